# SPDX-License-Identifier: EUPL-1.2
"""Secrets of the embedded default: made once, kept in the data folder, readable by its owner only."""

import json
import os
import secrets
from pathlib import Path

NAMES = ("SECRET_KEY", "LINK_KEY", "DEMO_PASSWORD")


def load_or_create_secrets(data_dir: Path) -> dict[str, str]:
    """Return the secrets of this data folder, making what is missing.

    Two processes may start at once: the file is made with O_EXCL, and who loses reads the winner's.

    Raises:
        OSError: the data folder cannot be written.
    """
    path = data_dir / "secrets.json"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh = {name: secrets.token_urlsafe(48) for name in NAMES}
        fresh["DEMO_PASSWORD"] = "-".join(secrets.token_hex(2) for _ in range(4))
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "w") as file:
                json.dump(fresh, file)
    return dict(json.loads(path.read_text()))
