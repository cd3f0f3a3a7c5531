# SPDX-License-Identifier: EUPL-1.2
"""What the site's search looks through: one table for pages and dossiers of every kind."""

from django.db import models

from .dossier import Dossier


class SearchDocument(models.Model):
    """One thing that can be found, as one audience may see it.

    The index itself is made by migrations 0007, 0021 and 0022: a generated vector with GIN on PostgreSQL,
    FTS5 kept by triggers on SQLite; both over `terms`. On PostgreSQL the vector also says for whom it is, and
    what is open has an index of its own.
    """

    class Audience(models.TextChoices):
        """Who can find it."""

        PUBLIC = "public", "Iedereen"
        NETWORK = "network", "Leden van het netwerk"
        TEAM = "team", "Het team van deze soort"

    key = models.CharField(max_length=60, unique=True)
    dossier = models.ForeignKey(
        Dossier, models.CASCADE, null=True, blank=True, related_name="search_documents"
    )
    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="search_documents"
    )
    kind = models.CharField(max_length=30)
    audience = models.CharField(max_length=10, choices=Audience.choices)
    is_open = models.BooleanField(
        default=False, help_text="For the team, of a dossier that was open when it was indexed"
    )
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    themes = models.CharField(max_length=200, blank=True, help_text="Slugs between spaces")
    sectors = models.CharField(max_length=600, blank=True, help_text="Slugs between spaces")
    terms_title = models.TextField()
    terms = models.TextField()
    dated = models.DateTimeField()

    class Meta:
        verbose_name = "zoekdocument"
        verbose_name_plural = "zoekdocumenten"
        indexes = [models.Index(fields=["audience", "kind", "-id"], name="netwerk_search_audience")]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word that occurs somewhere, to find what somebody meant when they mistyped it."""

    word = models.CharField(max_length=60, unique=True)
    length = models.PositiveSmallIntegerField(db_index=True)

    class Meta:
        verbose_name = "woord in de zoekmachine"
        verbose_name_plural = "woorden in de zoekmachine"

    def __str__(self) -> str:
        return self.word
