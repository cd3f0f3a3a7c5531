# SPDX-License-Identifier: EUPL-1.2
"""Start a program in a process group of its own, and stop the whole group for certain."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PR_SET_PDEATHSIG = 1

type_of_process = subprocess.Popen[bytes]


def start(command: Sequence[str], **options: Any) -> type_of_process:
    """Start a program in its own group, so that Ctrl-C reaches it only through us.

    On Linux the program also hears it when we are killed without a chance to say goodbye.
    """
    prepare = _die_with_parent if sys.platform == "linux" else None
    return subprocess.Popen(command, start_new_session=True, preexec_fn=prepare, **options)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def stop(process: type_of_process, first: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
    """Stop a process and everything in its group; by force when asking does not help in time.

    Raises:
        RuntimeError: something of the group is still alive after that.
    """
    _signal_group(process.pid, first)
    if not _gone(process, patience):
        _signal_group(process.pid, signal.SIGKILL)
        if not _gone(process, 5):
            raise RuntimeError(f"Process group {process.pid} could not be stopped.")


def _gone(process: type_of_process, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        process.poll()  # takes the exit code, so that no zombie keeps the group alive
        if process.returncode is not None and not group_alive(process.pid):
            return True
        time.sleep(0.02)
    return False


def group_alive(group: int) -> bool:
    """Tell whether any process of this group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _signal_group(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        pass
