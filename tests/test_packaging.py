"""The scripts around the program: `packaging/dev.sh` on machines made of stubs, and `.ci/run`."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHELL = shutil.which("sh")
EVERY_LIBRARY = (
    *("libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0"),
    *("libgthread-2.0.so.0", "libfontconfig.so.1", "libdbus-1.so.3"),
    *("libxkbcommon-x11.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4"),
    *("libxcb-keysyms.so.1", "libxcb-shape.so.0"),
    *("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"),
)
# Makes a .venv that holds a copy of itself, and writes down what else it is told.
PYTHON = """
echo "$*" >>"$LOG"
case $* in
    '-m venv '*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    *'-m pip install '*) exit "${PIP_STATUS-0}" ;;
esac
"""

pytestmark = pytest.mark.skipif(SHELL is None, reason="the scripts are for a POSIX shell")


class Machine:
    """A checkout on a machine that has a few tools, no Python, and every library of Qt unless told."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self._commands = folder / "bin"
        self._log = folder / "log"
        (self.checkout / "packaging").mkdir(parents=True)
        shutil.copy(ROOT / "packaging/dev.sh", self.checkout / "packaging")
        (self.checkout / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
        self._commands.mkdir()
        for tool in ("cat", "cksum", "cp", "env", "mkdir", "rm"):
            (self._commands / tool).symlink_to(shutil.which(tool) or tool)
        self.has("uname", "echo Linux")
        self.has("id", "echo 1000")
        self.has_libraries(*EVERY_LIBRARY)

    def has(self, command: str, body: str = "exit 1") -> None:
        """Put a command on the machine."""
        file = self._commands / command
        file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        file.chmod(0o755)

    def has_libraries(self, *files: str) -> None:
        """Say which libraries the machine has."""
        self.has("ldconfig", "\n".join(f"echo '\t{file} (libc6,x86-64) => /lib/{file}'" for file in files))

    def dev(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the set-up script."""
        assert SHELL is not None
        return subprocess.run(  # noqa: S603  # our own script
            [SHELL, str(self.checkout / "packaging/dev.sh"), *arguments],
            env={"PATH": str(self._commands), "LOG": str(self._log), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def told_python(self, words: str) -> int:
        """Count how often Python was told something with these words in it."""
        return self._log.read_text(encoding="utf-8").count(words)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give a machine with nothing but a shell and a few tools."""
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """Give a machine with Python on which Fact Box ran once."""
    machine.has("python3", PYTHON)
    assert machine.dev("run").returncode == 0
    return machine


@pytest.mark.parametrize("arguments", [(), ("rum",), ("--help",)])
def test_an_unknown_word_is_answered_by_the_usage(machine: Machine, arguments: tuple[str, ...]) -> None:
    """Without `run` or `test` the script does nothing but say how it is used."""
    done = machine.dev(*arguments)
    assert (done.returncode, done.stderr.split(":")[0]) == (2, "Usage")


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("dnf", "sudo dnf install python3.12"),
        ("pacman", "sudo pacman -S --needed python"),
        ("zypper", "sudo zypper install python313"),
        ("brew", "brew install python@3.13"),
    ],
)
def test_a_machine_without_python_is_told_the_line_to_run(machine: Machine, manager: str, line: str) -> None:
    """Where no Python is found the script names the exact line for that system and stops."""
    machine.has(manager)
    done = machine.dev("run")
    assert (done.returncode, done.stderr.splitlines()[-1].strip()) == (2, line)


def test_debian_without_root_is_told_the_line_to_run(machine: Machine) -> None:
    """A Debian user who may not install packages gets one line that installs Python and Qt's libraries."""
    machine.has("apt-get")
    machine.has_libraries(*EVERY_LIBRARY[1:])
    done = machine.dev("test")
    assert done.returncode == 2
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends python3" in done.stderr
    assert done.stderr.endswith("-venv libgl1\n")


@pytest.mark.parametrize(
    ("display", "package"),
    [({"DISPLAY": ":0"}, "xcb-util-cursor"), ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland")],
)
def test_a_display_needs_its_own_libraries(machine: Machine, display: dict[str, str], package: str) -> None:
    """The libraries of X11 are asked for where X11 draws, those of Wayland where Wayland does."""
    machine.has("python3", PYTHON)
    machine.has("pacman")
    machine.has_libraries(*(file for file in EVERY_LIBRARY if "cursor" not in file))
    assert machine.dev("run", **display).stderr.endswith(f"sudo pacman -S --needed {package}\n")


@pytest.mark.parametrize(
    ("arguments", "display"),
    [(("run",), {}), (("run", "measure", "a.txt"), {"DISPLAY": ":0"}), (("run", "--help"), {"DISPLAY": ":0"})],
)
def test_the_command_line_needs_no_library_of_qt(
    machine: Machine, arguments: tuple[str, ...], display: dict[str, str]
) -> None:
    """Without a display, and for a verb or an option, the program starts where no library of Qt is."""
    machine.has("python3", PYTHON)
    machine.has_libraries()
    assert machine.dev(*arguments, **display).returncode == 0
    assert machine.told_python(" ".join(("-m factbox", *arguments[1:]))) == 1


def test_everything_is_installed_once(ready: Machine) -> None:
    """A second start installs nothing."""
    assert ready.dev("run").returncode == 0
    assert ready.told_python("pip install") == 1
    assert ready.told_python("-m factbox") == 2


def test_a_changed_pyproject_installs_again(ready: Machine) -> None:
    """When `pyproject.toml` changes, the next start installs into the same `.venv`."""
    (ready.checkout / "pyproject.toml").write_text("[project]\nname = 'new'\n", encoding="utf-8")
    assert ready.dev("run").returncode == 0
    assert (ready.told_python("pip install"), ready.told_python("-m venv")) == (2, 1)


def test_an_interrupted_installation_starts_again(machine: Machine) -> None:
    """An installation that failed is not taken for a finished one."""
    machine.has("python3", PYTHON)
    assert machine.dev("run", PIP_STATUS="1").returncode == 1
    assert machine.told_python("-m factbox") == 0
    assert machine.dev("run").returncode == 0
    assert machine.told_python("pip install") == 2


def test_a_broken_environment_is_made_anew(ready: Machine) -> None:
    """A `.venv` whose Python is gone is replaced."""
    (ready.checkout / ".venv/bin/python").unlink()
    assert ready.dev("run").returncode == 0
    assert (ready.told_python("-m venv"), ready.told_python("pip install")) == (2, 2)


def test_a_moved_environment_is_made_anew(ready: Machine) -> None:
    """A `.venv` that was moved is replaced, because the commands in it name their old place."""
    ready.checkout = ready.checkout.rename(ready.checkout.with_name("elsewhere"))
    assert ready.dev("run").returncode == 0
    assert ready.told_python("-m venv") == 2


def test_a_check_that_fails_fails_the_whole(ready: Machine) -> None:
    """Every check runs, and one that does not pass is named at the end."""
    for tool in ("ruff", "mypy", "lint-imports", "pytest"):
        file = ready.checkout / ".venv/bin" / tool
        file.write_text(f"#!/bin/sh\nexit {int(tool == 'mypy')}\n", encoding="utf-8")
        file.chmod(0o755)
    done = ready.dev("test")
    assert done.returncode == 1
    assert done.stderr.endswith("== lint-imports\n== pytest\nNot passed: mypy\n")


@pytest.mark.parametrize("manager", ["apt-get", "dnf", "pacman", "zypper"])
def test_a_build_needs_binutils(ready: Machine, manager: str) -> None:
    """PyInstaller needs objdump: its package is asked for where that is missing, and by a build alone."""
    ready.has(manager)
    done = ready.dev("build")
    assert done.returncode == 2
    assert done.stderr.rstrip().endswith(" binutils")
    assert ready.dev("run").returncode == 0
    ready.has("objdump", "exit 0")
    assert "binutils" not in ready.dev("build").stderr


class Check:
    """`.ci/run` in a checkout whose `dev.sh` only says what it is asked for, and fails as it is told."""

    def __init__(self, folder: Path) -> None:
        self._checkout, self._commands = folder / "checkout", folder / "bin"
        for part in (".ci", "packaging"):
            (self._checkout / part).mkdir(parents=True)
        shutil.copy(ROOT / ".ci/run", self._checkout / ".ci")
        script = """echo "$1"; case $1 in test) exit "${TESTS-0}" ;; build) exit "${BUILD-0}" ;; esac"""
        (self._checkout / "packaging/dev.sh").write_text(script, encoding="utf-8")
        self._commands.mkdir()
        for tool in ("bash", "cat", "dirname", "mktemp", "sh"):
            (self._commands / tool).symlink_to(shutil.which(tool) or tool)
        self.has("uname", "echo Linux")

    def has(self, command: str, body: str) -> None:
        """Put a command on the machine."""
        file = self._commands / command
        file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        file.chmod(0o755)

    def run(self, **environment: str) -> tuple[int, list[str], bool]:
        """Give its status, what it asked `dev.sh` for, and whether it says that nothing was built."""
        command = [self._commands / "bash", self._checkout / ".ci/run"]
        done = subprocess.run(  # noqa: S603  # our own script
            command, env={"PATH": str(self._commands)} | environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout.split(), "NOT BUILT" in done.stderr


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Give the check on a machine that has no objdump."""
    if shutil.which("bash") is None:
        pytest.skip("the check is for bash")
    return Check(tmp_path)


def test_the_check_is_what_the_readme_says() -> None:
    """What CI runs is what the README tells everyone to run."""
    assert "sh packaging/dev.sh test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_the_check_tests_and_builds(check: Check) -> None:
    """The tests come first, and whatever fails fails the whole."""
    check.has("objdump", "exit 0")
    assert check.run() == (0, ["test", "build"], False)
    assert check.run(TESTS="1") == (1, ["test"], False)
    assert check.run(BUILD="1") == (1, ["test", "build"], False)


def test_a_machine_that_cannot_build_is_no_secret(check: Check) -> None:
    """Without objdump, which nobody may install there, the check says so; it passes unless a build is a must."""
    assert check.run(BUILD="2") == (0, ["test", "build"], True)
    assert check.run(BUILD="2", FACTBOX_BUILD="must") == (1, ["test", "build"], True)
    assert check.run(FACTBOX_BUILD="must") == (0, ["test", "build"], False)
    assert check.run(FACTBOX_BUILD="not") == (0, ["test"], True)
    assert check.run(FACTBOX_BUILD="perhaps") == (2, [], False)


def test_the_map_in_the_readme_names_every_module() -> None:
    """Each module of the program stands in the map, and the map names no other."""
    source = ROOT / "src/factbox"
    modules = sorted(str(file.relative_to(source)) for file in source.rglob("*.py") if file.name != "__init__.py")
    assert sorted(mapped(ROOT / "README.md")) == modules


def mapped(readme: Path) -> Iterator[str]:
    """Read the modules in the map of the README."""
    folder = ""
    lines = (
        readme.read_text(encoding="utf-8").split("src/factbox/\n", 1)[1].split("\nresources/", 1)[0].splitlines()
    )
    for line in lines:
        name = line.split()[0]
        if name.endswith("/"):
            folder = name
        elif line.startswith("     "):
            yield folder + name
        else:
            yield name
