"""Writes what the program is made of: a bill of materials in CycloneDX 1.6, with the licence of each part.

    python packaging/sbom.py [-o dist/factbox.cdx.json]

The Python packages are those that a user gets, found by following the dependencies of the installed program; what
it carries besides stands in carried.toml.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
_NAME = re.compile(r"[\w.-]+")
_LICENCES = LicenseFactory()


def main() -> int:
    """Write the bill; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist" / "factbox.cdx.json")
    output = parser.parse_args().output
    made = bill()
    output.parent.mkdir(parents=True, exist_ok=True)
    text = make_outputter(made, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    output.write_text(text, "utf-8")
    print(f"{output}: {len(made.components)} parts")
    return 0


def bill() -> Bom:
    """Make the bill of materials."""
    program = distribution("factbox")
    made = Bom()
    root = made.metadata.component = _component(program, ComponentType.APPLICATION)
    libraries = [_component(each, ComponentType.LIBRARY) for each in packages(program)]
    made.components.update(libraries)
    made.register_dependency(root, libraries)
    for entry in tomllib.loads((ROOT / "packaging/carried.toml").read_text("utf-8"))["carried"]:
        made.components.add(
            Component(
                name=entry["name"],
                version=entry["version"],
                type=ComponentType.DATA,
                supplier=OrganizationalEntity(name=entry["by"]),
                licenses=[_LICENCES.make_from_string(entry["licence"])],
            )
        )
    return made


def packages(program: Distribution) -> Iterator[Distribution]:
    """Give the packages that a program needs to run, and those that these need, each once."""
    seen: set[str] = set()
    waiting = list(program.requires or ())
    while waiting:
        line = waiting.pop()
        match = _NAME.match(line)
        if match is None or "extra ==" in line or match[0].lower() in seen:
            continue
        seen.add(match[0].lower())
        try:
            found = distribution(match[0])
        except PackageNotFoundError:
            # It is for another system or another Python.
            continue
        yield found
        waiting += found.requires or ()


def _component(package: Distribution, kind: ComponentType) -> Component:
    name, version = package.metadata["Name"], package.version
    told = dict(package.metadata.json)
    said = str(told.get("license_expression") or told.get("license") or "")
    short = said.splitlines()[0].strip() if said.strip() else ""
    classes = package.metadata.get_all("Classifier", [])
    # Where several are named, one may choose.
    chosen = " OR ".join(each.rpartition(" :: ")[2] for each in classes if each.startswith("License ::"))
    licence = short or chosen
    return Component(
        name=name,
        version=version,
        type=kind,
        purl=PackageURL("pypi", name=name.lower(), version=version),
        licenses=[_LICENCES.make_from_string(licence)] if licence else [],
    )


if __name__ == "__main__":
    sys.exit(main())
