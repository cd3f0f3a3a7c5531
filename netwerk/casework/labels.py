# SPDX-License-Identifier: EUPL-1.2
"""Labels on dossiers, and the list of labels that the team keeps."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.text import slugify

from netwerk import kinds
from netwerk.access import Actor, require
from netwerk.models import Dossier, Label
from netwerk.perform import Act, NotNow, perform

from .rules import works_anywhere, works_on


def set_labels(dossier: Dossier, labels: Iterable[Label], *, by: Actor, now: datetime) -> None:
    """Give a dossier exactly these labels."""
    chosen = sorted(labels, key=lambda label: label.name)
    _label(dossier, chosen, by=by, now=now)


def add_label(dossier: Dossier, label: Label, *, by: Actor, now: datetime) -> None:
    """Put one more label on a dossier.

    Raises:
        NotNow: it has this label.
    """
    present = list(dossier.labels.all())
    if label in present:
        raise NotNow("Dit label staat er al op.")
    _label(dossier, [*present, label], by=by, now=now)


def _label(dossier: Dossier, chosen: list[Label], *, by: Actor, now: datetime) -> None:
    def put(fresh: Dossier) -> None:
        fresh.labels.set(chosen)

    names = ", ".join(label.name for label in chosen) or "geen"
    act = Act("dossier.labelled", works_on, then=put, data={"labels": names})
    perform(kinds.child_of(dossier), act, by=by, now=now)


def keep_label(label: Label | None, name: str, active: bool, *, by: Actor) -> Label:
    """Add a label to the list, or change one. Its place in addresses stays the same.

    Raises:
        NotPermitted: only a team keeps labels.
        NotNow: there is one of this name.
    """
    require(works_anywhere(by))
    label = label or Label(slug=slugify(name)[:50])
    same = Label.objects.exclude(pk=label.pk)
    if not label.slug or same.filter(name__iexact=name).exists() or same.filter(slug=label.slug).exists():
        raise NotNow("Er is al een label met deze naam, of met een naam die er veel op lijkt.")
    label.name, label.active = name, active
    label.save()
    return label
