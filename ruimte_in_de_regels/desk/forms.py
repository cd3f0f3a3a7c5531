# SPDX-License-Identifier: EUPL-1.2
"""The forms of the desk. They parse and validate; an action saves."""

from typing import Any

from django import forms
from django.utils import timezone

from netwerk.desk.enclosing import EnclosingForm
from netwerk.desk.forms import NO_NAMES, line, text
from netwerk.desk.people import people_with
from netwerk.forms import PortalForm, PortalModelForm
from netwerk.models import Region, Regulation, Sector, Theme
from netwerk.models.reference import RegionQuerySet
from netwerk.widgets import CheckCards, DateField3, ManyField, RadioCards

from ..models import (
    CaseOrigin,
    ContextAnalysis,
    DeskTerms,
    Domain,
    IntakeRule,
    Need,
    ObstacleCase,
    ObstacleReport,
    ProblemStatement,
    Stretch,
)
from .rule_field import RuleField, RulesField

FEW = 24
"""Rules in law that can all be shown to tick; beyond, a rule is found by typing."""
READER_SEES_IT = "De melder leest dit. Schrijf gewone woorden en geen namen."


class QuestionForm(EnclosingForm):
    """A question to the reporter."""

    field_order = ("question",)

    question = text("Wat wil je de melder vragen?", 2000, READER_SEES_IT)


class ReplyForm(PortalForm):
    """The reporter's answer, written down by the team."""

    reply = text("Wat antwoordde de melder?", 3000, "Bijvoorbeeld aan de telefoon. " + NO_NAMES)


class ReferForm(PortalForm):
    """To which desk a report goes, and why."""

    next_desk = line("Welk loket kan wel helpen?", 200)
    reason = text("Waarom is dat loket beter?", 1000, READER_SEES_IT)


class WithdrawForm(PortalForm):
    """Taking a report back for the reporter."""

    reason = text("Wat is de reden?", 1000, NO_NAMES, required=False)


class ReopenReportForm(PortalForm):
    """Looking again at a report that was done."""

    reason = text("Waarom kijken we opnieuw?", 1000, "De melder leest dit.")


class AnswerReportForm(PortalForm):
    """The outcome for one reporter."""

    message = text("Wat is de uitkomst voor de melder?", 3000, READER_SEES_IT, rows=8)


class IdentityForm(PortalForm):
    """Why somebody looks who reported."""

    reason = text(
        "Waarom wil je zien wie dit meldde?", 300, "We bewaren je naam, de tijd en deze reden.", rows=3
    )


class TitleForm(PortalForm):
    """A title that a colleague understands."""

    title = line("Titel", 160, "De melder ziet deze titel ook, op de eigen pagina. " + NO_NAMES)


class TieRulesForm(PortalForm):
    """The rules in law that a report is about."""

    regulations = RulesField(
        label="Om welke wetten en regels gaat het?",
        required=False,
        help_text="Begin te typen en kies. Meer regels? Zet er een ; tussen. Leeg betekent: geen.",
    )


class ChooseCaseForm(PortalForm):
    """The case that a report joins."""

    case = forms.ModelChoiceField(
        ObstacleCase.objects.none(), label="Bij welke casus hoort deze melding?", empty_label="Kies een casus"
    )

    def __init__(self, *args: Any, cases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases  # type: ignore[attr-defined]


class MergeForm(ChooseCaseForm):
    """The case that goes on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].label = "Welke casus gaat verder?"


class SplitForm(PortalForm):
    """The reports that go, and the case that is made for them."""

    reports = ManyField(ObstacleReport.objects.none(), label="Welke meldingen gaan mee?", widget=CheckCards)
    title = line("Titel van de nieuwe casus", 160, NO_NAMES)
    summary = text("Samenvatting", 2000, NO_NAMES, rows=5, required=False)

    def __init__(self, *args: Any, reports: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reports"]
        field.queryset = reports  # type: ignore[attr-defined]
        field.label_from_instance = lambda report: f"{report.reference} {report.title}"  # type: ignore[attr-defined]


class NewCaseForm(PortalForm):
    """What a case begins with."""

    title = line("Titel", 160, "Zo herkent een collega de casus. " + NO_NAMES)
    origin = forms.ChoiceField(
        label="Waar komt de casus vandaan?", choices=CaseOrigin.choices, widget=RadioCards(columns=2)
    )
    source = line(
        "Bron of vindplaats", 300, "Bijvoorbeeld een brief, een bijeenkomst of een webadres.", required=False
    )
    summary = text("Samenvatting", 2000, NO_NAMES, rows=8, required=False)


class SignalForm(NewCaseForm):
    """What a signal begins with: nobody reported it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        origins = [choice for choice in CaseOrigin.choices if choice[0] != CaseOrigin.REPORTED]
        self.fields["origin"].choices = origins  # type: ignore[attr-defined]


class ParkForm(PortalForm):
    """Why a case waits, and until when."""

    reason = text("Waarom ligt de casus stil?", 1000, NO_NAMES, rows=4)
    review_date = DateField3(label="Wanneer kijken we er weer naar?", help_text="Bijvoorbeeld 12 3 2027.")


class FeedbackForm(PortalForm):
    """What every reporter of a case reads."""

    message = text("Wat is de uitkomst, in gewone woorden?", 3000, READER_SEES_IT, rows=10)


class DeskModelForm(PortalModelForm):
    """A form over a model, with text fields that leave room for the others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 5


class DocumentForm(DeskModelForm):
    """A document that may be saved half done; `completing` asks for all that is needed to finish it."""

    def __init__(self, *args: Any, completing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.completing = completing
        self.needed = [self.fields[name] for name in self._meta.model.REQUIRED_TO_COMPLETE]
        for field in self.needed:
            field.required = True
            field.help_text = f"{field.help_text} Nodig om het stuk af te maken.".strip()

    def full_clean(self) -> None:
        """Ask for what is needed only when the document is finished; the page marks it always."""
        for field in self.needed:
            field.required = self.completing
        super().full_clean()
        for field in self.needed:
            field.required = True


PARTS_OF_ANALYSIS = (
    ("Wat er gebeurt", ("events", "renewal", "involved")),
    (
        "De regel",
        (
            "regulations", "more_regulations", "rule_name", "rule_kind", "rule_link", "rule_owner",
            "rule_purpose", "rule_text", "believed",
        ),
    ),
    (
        "Hoe groot het is",
        ("obstacle_kind", "domain", "scale", "frequency", "people", "urgency", "impact"),
    ),
    ("Wat er al is", ("tried", "counter_example", "similar", "contacts")),
    ("Hoe het verder kan", ("directions", "stretch", "confidence", "open_questions")),
)  # fmt: skip
"""The headings of the analysis, with the fields below each."""


class AnalysisForm(DocumentForm):
    """The context analysis, in parts: it has many fields."""

    stretch = forms.MultipleChoiceField(
        label="Hoe kan de regel ruimer?",
        choices=Stretch.choices,
        widget=CheckCards(columns=2),
        required=False,
        help_text="Loop ze na en kies wat misschien kan.",
    )
    regulations = ManyField(
        Regulation.objects.all(),
        label="Om welke wetten en regels gaat het?",
        widget=CheckCards(columns=2),
        required=False,
    )
    more_regulations = RulesField(
        label="Zoek een wet of regel om toe te voegen",
        required=False,
        help_text="Begin te typen en kies. Meer regels? Zet er een ; tussen. "
        "Staat een regel er niet bij? Zet hem eerst in de lijst ‘Wetten en regels’.",
    )
    rule_link = forms.URLField(
        label="Vindplaats van de regel", max_length=500, required=False, assume_scheme="https"
    )

    class Meta:
        model = ContextAnalysis
        exclude = ("case", "number", "author", "created_at", "completed_at", "checked_by", "approved_at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # They belong to the case, not to one version of its analysis.
        tied = list(self.instance.case.regulations.all())
        self.initial["regulations"] = [rule.pk for rule in tied]
        offered = list(Regulation.objects.all()[: FEW + 1])
        few = len(offered) <= FEW
        shown = offered if few else tied
        self.fields["regulations"].choices = [(rule.pk, str(rule)) for rule in shown]  # type: ignore[attr-defined]
        for name, needed in (("regulations", shown), ("more_regulations", not few)):
            if not needed:
                del self.fields[name]

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings, to be drawn."""
        return [
            (heading, [self[name] for name in names if name in self.fields])
            for heading, names in PARTS_OF_ANALYSIS
        ]

    def clean(self) -> dict[str, Any]:
        """Put the rules that were typed with those that were ticked."""
        values: dict[str, Any] = super().clean() or {}
        typed = values.pop("more_regulations", None) or []
        if typed or "regulations" in values:
            values["regulations"] = [*(values.get("regulations") or []), *typed]
        return values


class StatementForm(DocumentForm):
    """The problem statement."""

    needs = forms.MultipleChoiceField(
        label="Wat is er nodig?", choices=Need.choices, widget=CheckCards(columns=2), required=False
    )

    class Meta:
        model = ProblemStatement
        exclude = ("case", "number", "author", "created_at", "completed_at", "checked_by", "approved_at")


class TermsForm(DeskModelForm):
    """All terms of the desk."""

    class Meta:
        model = DeskTerms
        exclude = ()


def regions_now() -> RegionQuerySet:
    """Return the regions that a reporter can choose today; a rule about another one would never fit."""
    return Region.objects.valid_on(timezone.localdate())


class IntakeRuleForm(DeskModelForm):
    """One intake rule."""

    regulation = RuleField(
        label="Wet of regel",
        required=False,
        help_text="Past als de melder deze wet noemt, of als wij die koppelden. Begin te typen en kies.",
    )

    class Meta:
        model = IntakeRule
        fields = (
            "name", "position", "domain", "theme", "sector", "region", "regulation", "words", "handler",
            "active",
        )  # fmt: skip

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"].queryset = people_with(permission)  # type: ignore[attr-defined]
        chosen = Region.objects.filter(pk=self.instance.region_id)
        self.fields["region"].queryset = (regions_now() | chosen).distinct()  # type: ignore[attr-defined]
        self.fields["position"].help_text = "De regel met het laagste getal gaat voor."
        self.fields["words"].help_text = "Alle woorden moeten in de regel of het verhaal staan."


class TryForm(PortalForm):
    """A report to try the rules on: an existing one, or what somebody might write."""

    reference = line("Kenmerk van een melding", 20, "Of vul hieronder iets in.", required=False)
    domain = forms.ChoiceField(label="Domein", choices=[("", "Geen"), *Domain.choices], required=False)
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), label="Thema's", required=False, widget=CheckCards(columns=2)
    )
    sector = forms.ModelChoiceField(Sector.objects.all(), label="Sector", required=False)
    region = forms.ModelChoiceField(Region.objects.none(), label="Regio", required=False)
    rule_text = line("Welke regel noemt de melder?", 200, required=False)
    story = text("Woorden uit de melding", 500, NO_NAMES, rows=2, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions_now()  # type: ignore[attr-defined]
