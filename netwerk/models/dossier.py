# SPDX-License-Identifier: EUPL-1.2
"""The dossier: everything people bring to the network is one."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q

from .label import Label
from .organisation import Organisation
from .reference import Region, Sector, place_text
from .regulation import Regulation
from .theme import Theme


class Visibility(models.TextChoices):
    """Who may see a dossier."""

    TEAM = "team", "Alleen het team"
    NETWORK = "network", "Het netwerk"
    PUBLIC = "public", "Iedereen"


class ReferenceCounterManager(models.Manager["ReferenceCounter"]):
    """Counts on, in one statement."""

    def count_on(self, prefix: str, year: int) -> int:
        """Return the next number, and keep its row locked until the transaction ends.

        Raises TransactionManagementError outside a transaction: a number could then be lost.
        """
        if not connection.in_atomic_block:
            raise transaction.TransactionManagementError("a reference is given out in a transaction")
        with connection.cursor() as cursor:
            cursor.execute(_COUNT_ON, [prefix, year])
            return int(cursor.fetchone()[0])


_COUNT_ON = """
    INSERT INTO netwerk_referencecounter (prefix, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (prefix, year) DO UPDATE SET last = netwerk_referencecounter.last + 1 RETURNING last
"""


class ReferenceCounter(models.Model):
    """The last number given out for one prefix in one year."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    objects = ReferenceCounterManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="netwerk_one_counter_a_year")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.last:04d}"


class Dossier(models.Model):
    """What every kind has in common. All that a list filters, sorts or counts on stands in this table.

    Only `netwerk.perform` changes the state; it also keeps `version` and `last_news_at`.
    """

    kind = models.CharField("soort", max_length=30, editable=False)
    reference = models.CharField("kenmerk", max_length=20, unique=True, editable=False)
    title = models.CharField("titel", max_length=160)
    state = models.CharField("status", max_length=30, editable=False)
    previous_state = models.CharField(max_length=30, blank=True, editable=False)
    visibility = models.CharField(
        "zichtbaar voor", max_length=10, choices=Visibility.choices, default=Visibility.TEAM
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
        verbose_name="organisatie",
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="dossiers", verbose_name="thema's")
    sectors = models.ManyToManyField(Sector, blank=True, related_name="dossiers", verbose_name="sectoren")
    regions = models.ManyToManyField(Region, blank=True, related_name="dossiers", verbose_name="regio's")
    regulations = models.ManyToManyField(
        Regulation, blank=True, related_name="dossiers", verbose_name="regels"
    )
    labels = models.ManyToManyField(Label, blank=True, related_name="dossiers", verbose_name="labels")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_dossiers",
        verbose_name="behandelaar",
    )
    due_at = models.DateField("termijn", null=True, blank=True)
    created_at = models.DateTimeField("gemaakt op", editable=False)
    last_news_at = models.DateTimeField("laatste nieuws", editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    # The version that the search index knows; null or lower means that it must be indexed again.
    indexed_version = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        indexes = [
            models.Index(fields=["kind", "state", "due_at", "id"], name="netwerk_dossier_queue"),
            # With the state at the end a queue by its terms stops at the first page, whatever is closed.
            models.Index(fields=["kind", "due_at", "id", "state"], name="netwerk_dossier_due"),
            models.Index(fields=["kind", "assignee", "due_at", "id", "state"], name="netwerk_dossier_whose"),
            models.Index(fields=["kind", "created_at", "id", "state"], name="netwerk_dossier_arrival"),
            models.Index(fields=["kind", "last_news_at", "id", "state"], name="netwerk_dossier_news"),
            # By number, as the ties to a theme, a sector or a label are: both are then read side by side.
            models.Index(fields=["kind", "id", "state"], name="netwerk_dossier_number"),
            models.Index(
                fields=["id"],
                condition=Q(indexed_version__isnull=True) | Q(indexed_version__lt=models.F("version")),
                name="netwerk_dossier_unindexed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def lead_theme(self) -> Theme | None:
        """The theme that colours its card and page: the first one, from what was already loaded."""
        return next(iter(self.themes.all()), None)

    @property
    def place(self) -> str:
        """Where it happens, in words, from what was already loaded."""
        return place_text((region.province, region.name) for region in self.regions.all())


def about(theme: Theme, key: str = "pk") -> models.Exists:
    """Return whether a dossier, of any kind, is about a theme: a condition without a join.

    `key` is the name of the field that holds the dossier's key in the rows that are filtered.
    """
    ties = Dossier.themes.through.objects.filter(theme=theme, dossier=models.OuterRef(key))
    return models.Exists(ties)


class Connection(models.Model):
    """A tie from a dossier to another dossier, or to a page of the site."""

    class Relation(models.TextChoices):
        """What the tie says."""

        RELATED = "related", "Hangt samen met"
        BLOCKED_BY = "blocked_by", "Loopt vast op"
        STARTED_FROM = "started_from", "Kwam voort uit"
        TESTS = "tests", "Probeert een oplossing uit voor"
        ANSWERED_IN = "answered_in", "Wordt beantwoord in"

    from_dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="connections")
    to_dossier = models.ForeignKey(
        Dossier, models.CASCADE, null=True, blank=True, related_name="incoming_connections"
    )
    to_page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="dossier_connections"
    )
    relation = models.CharField("verband", max_length=20, choices=Relation.choices)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "verband"
        verbose_name_plural = "verbanden"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_dossier__isnull=False, to_page__isnull=True)
                | Q(to_dossier__isnull=True, to_page__isnull=False),
                name="netwerk_connection_one_end",
            ),
            models.CheckConstraint(
                condition=Q(to_dossier__isnull=True) | ~Q(to_dossier=models.F("from_dossier")),
                name="netwerk_connection_not_to_itself",
            ),
            models.UniqueConstraint(
                fields=["from_dossier", "to_dossier", "relation"], name="netwerk_connection_dossier_once"
            ),
            models.UniqueConstraint(
                fields=["from_dossier", "to_page", "relation"], name="netwerk_connection_page_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_dossier_id} {self.relation} {self.to_dossier_id or self.to_page_id}"


FOLLOWED = ("dossier", "page", "theme", "region", "regulation")
"""What can be followed, by the name of its field."""


def _one_thing() -> Q:
    """Return the condition that exactly one of the fields is filled."""
    each = (Q(**{f"{name}__isnull": name != target for name in FOLLOWED}) for target in FOLLOWED)
    return reduce(or_, each)


class Follow(models.Model):
    """A user hears of news about exactly one thing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    dossier = models.ForeignKey(Dossier, models.CASCADE, null=True, blank=True, related_name="follows")
    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="dossier_follows"
    )
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="follows")
    region = models.ForeignKey(Region, models.CASCADE, null=True, blank=True, related_name="follows")
    regulation = models.ForeignKey(Regulation, models.CASCADE, null=True, blank=True, related_name="follows")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = "volger"
        verbose_name_plural = "volgers"
        constraints = [
            models.CheckConstraint(condition=_one_thing(), name="netwerk_follow_one_thing"),
            *(
                models.UniqueConstraint(fields=["user", target], name=f"netwerk_follow_{target}_once")
                for target in FOLLOWED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} volgt {next(name for name in FOLLOWED if getattr(self, f'{name}_id'))}"
