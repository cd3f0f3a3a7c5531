# SPDX-License-Identifier: EUPL-1.2
"""Files held against known viruses, by the ClamAV daemon that `CLAMAV_URL` names.

The daemon's own protocol is a few lines; the packages for it have not been kept up.
"""

import socket
import struct
from urllib.parse import urlsplit

CHUNK = 64 * 1024
SECONDS = 20
"""Longer than this nobody waits with a form in hand."""
_PORT = 3310


class ScannerAwayError(Exception):
    """The daemon does not answer, or not with a verdict."""


def is_infected(content: bytes, address: str) -> bool:
    """Tell whether the daemon knows a virus in this file.

    Args:
        content: the whole file.
        address: `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`.

    Raises:
        ScannerAwayError: nothing is known about the file.
    """
    parts = [content[start : start + CHUNK] for start in range(0, len(content), CHUNK)]
    sizes = (struct.pack("!I", len(part)) + part for part in parts)
    verdict = _ask(address, b"zINSTREAM\0" + b"".join(sizes) + struct.pack("!I", 0))
    if verdict.endswith("FOUND"):
        return True
    if verdict.endswith("OK"):
        return False
    raise ScannerAwayError(verdict)


def check(address: str) -> None:
    """Greet the daemon. Raises ScannerAwayError when it does not answer."""
    if (answer := _ask(address, b"zPING\0")) != "PONG":
        raise ScannerAwayError(answer)


def _ask(address: str, question: bytes) -> str:
    """Send a question and return the answer, one line."""
    place = urlsplit(address)
    try:
        if place.scheme == "unix":
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(SECONDS)
            connection.connect(place.path)
        else:
            connection = socket.create_connection((place.hostname, place.port or _PORT), SECONDS)
        with connection:
            connection.sendall(question)
            answer = b""
            while not answer.endswith(b"\0") and (more := connection.recv(4096)):
                answer += more
    except OSError as error:
        raise ScannerAwayError(str(error)) from error
    return answer.rstrip(b"\0").decode("ascii", "replace").strip()
