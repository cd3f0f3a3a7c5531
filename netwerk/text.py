# SPDX-License-Identifier: EUPL-1.2
"""What happens to text that comes in, before anything counts or keeps it."""

import re
import unicodedata

# Control characters that nobody types; line end and tab stay, the null byte is refused elsewhere.
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?")


def clean_input(value: str) -> str:
    """Line ends as one character, accents in one form, and no control characters.

    A browser sends each line end as two characters. Counting those would refuse a text that the
    counter on the page calls short enough. A text in which nothing can be seen is no text; marks inside one
    stay, because emoji and writing from right to left need them.
    """
    text = unicodedata.normalize("NFC", _CONTROL.sub("", _LINE_END.sub("\n", value)))
    return "" if text and all(_is_invisible(char) for char in text) else text


def _is_invisible(char: str) -> bool:
    """Tell a space or a mark of no width from what a reader sees; a null byte is refused elsewhere."""
    return char.isspace() or unicodedata.category(char) == "Cf"


def too_many(value: str, limit: int) -> int:
    """How many characters `value` has above `limit`; zero or less when it fits."""
    return len(value) - limit
