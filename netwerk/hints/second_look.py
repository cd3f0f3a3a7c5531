# SPDX-License-Identifier: EUPL-1.2
"""A second look at what was typed: does it tell who somebody is? The writer decides, and is asked once."""

import hashlib
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from .hint import Hint, marked
from .personal import find

FIELD = "looked_at"


@dataclass(frozen=True)
class Marked:
    """One text with its marks: pieces, each with the hint it is or None."""

    label: str
    target: str
    pieces: list[tuple[str, Hint | None]]


class SecondLook(forms.BaseForm):
    """Mixed into a form whose texts may name people by accident: `look_at` names its fields."""

    look_at: ClassVar[tuple[str, ...]] = ()

    def marked_texts(self) -> list[Marked]:
        """Return the texts that hold a hint, with the place marked."""
        found = []
        for name in self.look_at:
            text = str(self.cleaned_data.get(name) or "")
            pieces = marked(text, find(text))
            if any(hint for _piece, hint in pieces):
                bound = self[name]
                found.append(Marked(str(bound.label), bound.auto_id, pieces))
        return found

    def wants_second_look(self) -> bool:
        """Tell whether there is something to look at that was not shown to the writer as it is now."""
        return bool(self.marked_texts()) and self.data.get(FIELD) != self.looked_at()

    def looked_at(self) -> str:
        """Return a mark of these very texts, sent along once they were shown with their hints."""
        whole = "\0".join(str(self.cleaned_data.get(name) or "") for name in self.look_at)
        return hashlib.sha256(whole.encode()).hexdigest()[:16]

    @property
    def second_look(self) -> dict[str, Any] | None:
        """What the page shows: the marked texts and their mark; nothing when there is nothing to look at."""
        if not self.is_bound or self.errors:
            return None
        texts = self.marked_texts()
        return {"texts": texts, "field": FIELD, "mark": self.looked_at()} if texts else None
