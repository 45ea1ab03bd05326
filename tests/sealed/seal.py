"""The network, closed to a process: whoever asks for it is refused, and written down.

pytest seals itself; every Python that it starts is sealed by `sitecustomize.py` beside this file, whose folder is
on `PYTHONPATH`. A call that somebody hushes up is told of all the same: the file that `ASKED` names has it.
"""

import os
import sys
from pathlib import Path

# The variable of the environment that names the file.
ASKED = "ASKED_NETWORK"
# What asks for a host by its name or its number.
_HOSTS = frozenset(("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"))
# What sends to an address or listens at one; one that is a file of this machine is no network.
_ADDRESSES = frozenset(("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"))


def seal() -> None:
    """Close the network to this process, for good."""
    sys.addaudithook(_refuse)


def _refuse(event: str, given: tuple[object, ...]) -> None:
    if event in _HOSTS or (event in _ADDRESSES and isinstance(given[1], tuple)):
        if place := os.environ.get(ASKED):
            with Path(place).open("a", encoding="utf-8") as file:
                file.write(f"{event} {given[0] if event in _HOSTS else given[1]}\n")
        raise PermissionError("The network is closed to tests.")
