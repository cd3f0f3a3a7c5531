# SPDX-License-Identifier: EUPL-1.2
"""Versioned documents with a check by a second person.

A version can be edited until it is completed. A later change makes a new version, so that what was
approved stays readable as it was. Who wrote a version cannot be the one who approves it.
"""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from netwerk.access import YES, Actor, Verdict, no
from netwerk.models import User


class VersionedDocument(models.Model):
    """One version of a document. A subclass adds its own fields and a foreign key to its dossier."""

    number = models.PositiveSmallIntegerField("versie", default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(editable=False)
    completed_at = models.DateTimeField("klaar op", null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    approved_at = models.DateTimeField("goedgekeurd op", null=True, blank=True, editable=False)

    REQUIRED_TO_COMPLETE: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @property
    def is_editable(self) -> bool:
        """Whether this version may still change."""
        return self.completed_at is None

    def missing(self) -> list[str]:
        """Return the names of the fields that must be filled before the version is complete."""
        return [name for name in self.REQUIRED_TO_COMPLETE if not getattr(self, name)]

    def next_version(self, author: User | None, now: datetime) -> Self:
        """Return an unsaved copy to edit further, one number higher and not completed."""
        copy = type(self)()
        for field in self._meta.concrete_fields:
            if field.name != "id":
                setattr(copy, field.attname, getattr(self, field.attname))
        copy.pk = None
        copy.number = self.number + 1
        copy.author, copy.created_at = author, now
        copy.completed_at = copy.checked_by = copy.approved_at = None
        return copy

    def may_be_approved_by(self, actor: Actor) -> Verdict:
        """Say whether this actor is a second person for this version."""
        if self.completed_at is None:
            return no("De tekst is nog niet klaar voor controle.")
        if self.approved_at is not None:
            return no("De tekst is al goedgekeurd.")
        if actor.user is not None and actor.user.pk == self.author_id:
            return no("Je schreef deze tekst zelf. Laat een ander meelezen.")
        return YES
