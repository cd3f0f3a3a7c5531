# SPDX-License-Identifier: EUPL-1.2
"""Join and shrink the style sheets into `site.css` and `desk.css`, which are committed.

Nobody who uses the portal has to build anything; who edits a style sheet runs this command. A test
fails when a result is stale.
"""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

SHEETS = {"site.css": ("tokens.css", "components.css"), "desk.css": ("team.css",)}
"""What each sheet that is served is made of."""
SHARED = "shared.css"
_PLACE = f"/* = {SHARED} = */"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'("[^"]*")')


def _tighten(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    # Not before a colon: "a :hover" is not "a:hover". After one only inside a declaration.
    css = re.sub(r"([{;][\w-]+): ", r"\1:", css)
    css = re.sub(r" > ", ">", css)
    return css.replace(";}", "}")


def minify(css: str) -> str:
    """The same rules without comments and loose spaces; strings stay as they are."""
    parts = _STRING.split(_COMMENT.sub("", css))
    return "".join(part if part.startswith('"') else _tighten(part) for part in parts).strip()


def bundle(folder: Path, name: str) -> str:
    """A whole style sheet as it is served, with the shared components where its source wants them."""
    whole = "\n".join((folder / source).read_text(encoding="utf-8") for source in SHEETS[name])
    whole = whole.replace(_PLACE, (folder / SHARED).read_text(encoding="utf-8"))
    sources = ", ".join(SHEETS[name])
    head = f"/* SPDX-License-Identifier: EUPL-1.2. Made by build_css from {sources} and {SHARED}. */"
    return f"{head}\n{minify(whole)}\n"


class Command(BaseCommand):
    """Writes the sheets that are served."""

    help = "Voeg de stijlbladen samen tot static/css/site.css en static/css/desk.css."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files and tell their sizes."""
        folder = settings.BASE_DIR / "static" / "css"
        for name in SHEETS:
            text = bundle(folder, name)
            (folder / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"{name}: {len(text.encode())} bytes")
