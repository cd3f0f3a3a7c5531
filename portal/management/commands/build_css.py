# SPDX-License-Identifier: EUPL-1.2
"""Join and shrink the style sheets into `static/css/site.css`, which is committed.

Nobody who uses the portal has to build anything; who edits a style sheet runs this command. A test
fails when the result is stale.
"""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

SOURCES = ("tokens.css", "components.css")
HEAD = "/* SPDX-License-Identifier: EUPL-1.2. Made by build_css from tokens.css and components.css. */\n"
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


def bundle(folder: Path) -> str:
    """The whole style sheet as it is served."""
    whole = "\n".join((folder / name).read_text(encoding="utf-8") for name in SOURCES)
    return f"{HEAD}{minify(whole)}\n"


class Command(BaseCommand):
    """Writes `static/css/site.css`."""

    help = "Voeg de stijlbladen samen tot static/css/site.css."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and tell its size."""
        folder = settings.BASE_DIR / "static" / "css"
        text = bundle(folder)
        (folder / "site.css").write_text(text, encoding="utf-8")
        self.stdout.write(f"site.css: {len(text.encode())} bytes")
