# SPDX-License-Identifier: EUPL-1.2
"""Secrets of the embedded default: made once, kept in the data folder, readable by its owner only."""

import contextlib
import json
import os
import secrets
import tempfile
from pathlib import Path

NAMES = ("SECRET_KEY", "LINK_KEY", "DEMO_PASSWORD")


def load_or_create_secrets(data_dir: Path) -> dict[str, str]:
    """Return the secrets of this data folder, making what is missing.

    Two processes may start at once: each writes a file of its own and links it to the name; who comes
    second finds the name taken, and reads the whole file of the first.

    Raises:
        OSError: the data folder cannot be written.
    """
    path = data_dir / "secrets.json"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh = {name: secrets.token_urlsafe(48) for name in NAMES}
        fresh["DEMO_PASSWORD"] = "-".join(secrets.token_hex(2) for _ in range(4))
        handle, draft = tempfile.mkstemp(dir=data_dir, prefix=".secrets-")  # readable by its owner only
        with os.fdopen(handle, "w") as file:
            json.dump(fresh, file)
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        os.unlink(draft)
    return dict(json.loads(path.read_text()))
