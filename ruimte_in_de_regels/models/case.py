# SPDX-License-Identifier: EUPL-1.2
"""Casussen: the worked-up matter, with one report, several, or none."""

from django.db import models

from netwerk.casework.documents import VersionedDocument
from netwerk.models import Dossier, RuleKind, RuleOwner
from netwerk.workflow import State

from ..querysets import CaseQuerySet
from ..workflow import CASE
from .report import Domain, Frequency


class CaseOrigin(models.TextChoices):
    """Where a case came from."""

    REPORTED = "reported", "Gemeld"
    PROACTIVE = "proactive", "Zelf gevonden"
    PARTNER = "partner", "Aangedragen door een partner"
    COMMISSION = "commission", "Aangedragen door de commissie"


class ObstacleCase(Dossier):
    """A casus. `listed_at` is a copy for lists: the moment its public text appeared, or empty."""

    origin = models.CharField("herkomst", max_length=10, choices=CaseOrigin.choices)
    source = models.CharField("bron of vindplaats", max_length=300, blank=True)
    summary = models.TextField("samenvatting", max_length=2000, blank=True)
    review_date = models.DateField("bekijken op", null=True, blank=True)
    feedback = models.TextField("terugkoppeling aan melders", max_length=3000, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="absorbed",
        verbose_name="opgegaan in",
        editable=False,
    )
    listed_at = models.DateTimeField("openbaar sinds", null=True, blank=True, editable=False)

    objects = CaseQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "casus"
        verbose_name_plural = "casussen"
        permissions = [
            ("handle_case", "Mag casussen behandelen"),
            ("decide_case", "Mag uitkomsten vaststellen, aanhouden en heropenen"),
            ("publish_case", "Mag openbare teksten publiceren"),
        ]
        indexes = [
            models.Index(
                fields=["-listed_at", "-dossier_ptr"],
                condition=models.Q(listed_at__isnull=False),
                name="rir_case_listed",
            )
        ]

    @property
    def state_info(self) -> State:
        """The state's row in the table: label, tone, icon and plain words."""
        return CASE.state(self.state)


class ObstacleKind(models.TextChoices):
    """What makes it an obstacle."""

    CONTRADICTION = "contradiction", "Regels spreken elkaar tegen"
    UNCLEAR = "unclear", "De regel is onduidelijk"
    STRICT_READING = "strict_reading", "De uitleg is te streng"
    MISSING = "missing", "Er ontbreekt een regel"
    FUNDING = "funding", "De bekostiging past niet"
    SUPERVISION = "supervision", "Het toezicht vraagt meer"
    OWN_RULE = "own_rule", "Een eigen regel"
    UNKNOWN_RULE = "unknown_rule", "Men kent de regel niet goed"
    OTHER = "other", "Anders"


class Scale(models.TextChoices):
    """How wide an obstacle reaches."""

    SINGLE = "single", "Eén plek"
    REGIONAL = "regional", "Een regio"
    SECTOR = "sector", "Een sector"
    NATIONAL = "national", "Het hele land"


class Weight(models.IntegerChoices):
    """A score for ordering, from 1 to 3."""

    LOW = 1, "1 laag"
    MIDDLE = 2, "2 gemiddeld"
    HIGH = 3, "3 hoog"


class Stretch(models.TextChoices):
    """Ways to make room in a rule without losing what it protects."""

    LESS_OFTEN = "less_often", "Minder vaak toepassen"
    SMALLER = "smaller", "Alleen waar het echt nodig is"
    TRUST = "trust", "Vertrouwen geven, achteraf kijken"
    WIDER = "wider", "Breder kijken dan één plek of functie"
    TAILORED = "tailored", "Maatwerk toestaan"
    CLEARER = "clearer", "De regel duidelijker opschrijven"
    WITHOUT = "without", "Een tijd proberen zonder de regel"


class Need(models.TextChoices):
    """What is asked of who owns the rule."""

    EXPLANATION = "explanation", "Uitleg"
    ROOM = "room", "Ruimte"
    CHANGE = "change", "Wijziging"
    ALIGNMENT = "alignment", "Afstemming"


class Route(models.TextChoices):
    """Along which way the answer is sought."""

    NONE = "none", "Niemand vragen: we lossen het op in het netwerk"
    MINISTRIES = "ministries", "Een of meer ministeries"
    OTHER = "other", "Een andere tafel"


class ContextAnalysis(VersionedDocument):
    """The analysis of the situation around an obstacle."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="analyses", editable=False)
    events = models.TextField("Wat gebeurt er precies, sinds wanneer, waar?", max_length=5000, blank=True)
    renewal = models.TextField("Welke vernieuwing loopt vast?", max_length=3000, blank=True)
    involved = models.TextField("Wie zijn betrokken, en wie merkt er wat van?", max_length=3000, blank=True)
    rule_name = models.CharField("Welke regel speelt er? (naam en artikel)", max_length=300, blank=True)
    rule_kind = models.CharField(
        "Wat voor regel is het?", max_length=20, choices=RuleKind.choices, blank=True
    )
    rule_link = models.URLField("Vindplaats van de regel", max_length=500, blank=True)
    rule_owner = models.CharField(
        "Wie maakte de regel?", max_length=20, choices=RuleOwner.choices, blank=True
    )
    rule_purpose = models.TextField("Wat beschermt de regel?", max_length=3000, blank=True)
    rule_text = models.TextField("Wat staat er letterlijk?", max_length=5000, blank=True)
    believed = models.TextField("Wat denkt men dat er staat?", max_length=3000, blank=True)
    obstacle_kind = models.CharField(
        "Soort belemmering", max_length=20, choices=ObstacleKind.choices, blank=True
    )
    domain = models.CharField("Domein", max_length=10, choices=Domain.choices, blank=True)
    scale = models.CharField("Schaal", max_length=10, choices=Scale.choices, blank=True)
    frequency = models.CharField(
        "Hoe vaak komt het voor?", max_length=10, choices=Frequency.choices, blank=True
    )
    people = models.PositiveIntegerField("Hoeveel mensen of plekken (schatting)", null=True, blank=True)
    tried = models.TextField("Wat is geprobeerd, en wie deed al een uitspraak?", max_length=3000, blank=True)
    counter_example = models.TextField(
        "Lukt het anderen wel met dezelfde regel?", max_length=3000, blank=True
    )
    similar = models.TextField("Vergelijkbare casussen en uitleg", max_length=2000, blank=True)
    contacts = models.TextField("Wie is gesproken? (datum, functie, wat)", max_length=3000, blank=True)
    urgency = models.PositiveSmallIntegerField("Hoe dringend?", choices=Weight.choices, null=True, blank=True)
    impact = models.PositiveSmallIntegerField(
        "Hoe groot is het gevolg?", choices=Weight.choices, null=True, blank=True
    )
    directions = models.TextField("Mogelijke richtingen", max_length=3000, blank=True)
    stretch = models.JSONField(
        "Hoe kan de regel ruimer?", default=list, blank=True, help_text="Loop ze na; kies wat misschien kan."
    )
    confidence = models.PositiveSmallIntegerField(
        "Hoe zeker zijn we van deze analyse?", choices=Weight.choices, null=True, blank=True
    )
    open_questions = models.TextField("Wat weten we nog niet?", max_length=3000, blank=True)

    REQUIRED_TO_COMPLETE = (
        "events",
        "renewal",
        "involved",
        "rule_owner",
        "rule_purpose",
        "obstacle_kind",
        "scale",
    )

    class Meta:
        verbose_name = "contextanalyse"
        verbose_name_plural = "contextanalyses"
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="rir_analysis_number_once"),
        ]

    def __str__(self) -> str:
        return f"contextanalyse {self.number} van {self.case_id}"

    def get_stretch_display(self) -> str:
        """The chosen ways to make room, in words."""
        return ", ".join(str(Stretch(code).label) for code in self.stretch if code in Stretch.values)


class ProblemStatement(VersionedDocument):
    """What the problem really is, and what is asked of whom."""

    case = models.ForeignKey(ObstacleCase, models.PROTECT, related_name="statements", editable=False)
    sentence = models.TextField(
        "Wie kan wat niet, door welke regel, met welk gevolg?",
        max_length=600,
        blank=True,
        help_text="Eén zin.",
    )
    question = models.TextField(
        "Welke vraag moet beantwoord worden?",
        max_length=2000,
        blank=True,
        help_text="Bijvoorbeeld: uitleg, ruimte, wijziging of afstemming.",
    )
    needs = models.JSONField("Wat is er nodig?", default=list, blank=True)
    owners = models.TextField("Wie gaat over de regel?", max_length=1000, blank=True)
    desired_room = models.TextField(
        "Welke ruimte is nodig, en hoe blijft het doel van de regel beschermd?", max_length=3000, blank=True
    )
    route = models.CharField("Welke weg kiezen we?", max_length=10, choices=Route.choices, blank=True)
    routes = models.TextField(
        "Bij wie, en waarom?",
        max_length=2000,
        blank=True,
        help_text="Per ministerie de reden. Of welke andere tafel, zoals een gemeente of toezichthouder.",
    )
    for_reporter = models.TextField(
        "In gewone woorden, voor de melder", max_length=1500, blank=True, help_text="De melder leest dit."
    )

    REQUIRED_TO_COMPLETE = ("sentence", "question", "owners", "desired_room", "for_reporter")

    class Meta:
        verbose_name = "probleemstelling"
        verbose_name_plural = "probleemstellingen"
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="rir_statement_number_once"),
        ]

    def __str__(self) -> str:
        return f"probleemstelling {self.number} van {self.case_id}"

    def get_needs_display(self) -> str:
        """What is needed, in words."""
        return ", ".join(str(Need(code).label) for code in self.needs if code in Need.values)
