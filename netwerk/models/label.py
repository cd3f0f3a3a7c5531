# SPDX-License-Identifier: EUPL-1.2
"""Labels: the team's own words to group dossiers by, over all kinds."""

from django.db import models


class Label(models.Model):
    """A word that the team puts on dossiers; one that is no longer used can be retired."""

    name = models.CharField(
        "naam", max_length=40, unique=True, error_messages={"unique": "Dit label is er al."}
    )
    slug = models.SlugField(max_length=50, unique=True, editable=False)
    active = models.BooleanField("te kiezen", default=True)

    class Meta:
        verbose_name = "label"
        verbose_name_plural = "labels"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
