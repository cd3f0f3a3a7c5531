# SPDX-License-Identifier: EUPL-1.2
"""Standard texts: what the team writes often, kept by the team itself."""

from django.db import models

from .theme import Theme


class StandardText(models.Model):
    """A text to start a message from, for one kind of dossier, perhaps in one state or about one theme."""

    title = models.CharField("naam", max_length=100)
    kind = models.CharField("soort dossier", max_length=30)
    state = models.CharField("status", max_length=30, blank=True)
    theme = models.ForeignKey(
        Theme, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="thema"
    )
    text = models.TextField("tekst", max_length=3000)
    active = models.BooleanField("te kiezen", default=True)

    class Meta:
        verbose_name = "standaardtekst"
        verbose_name_plural = "standaardteksten"
        ordering = ("kind", "title", "id")

    def __str__(self) -> str:
        return self.title
