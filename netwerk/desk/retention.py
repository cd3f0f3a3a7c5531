# SPDX-License-Identifier: EUPL-1.2
"""How long personal data stays, on screen: rules with a dry run, periods, the register, the holds."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk import retention
from netwerk.forms import PortalForm, speak_dutch
from netwerk.models import Dossier, LegalHold, RetentionRun

from .forms import line, text
from .paging import CappedPaginator
from .views import DeskView, FormScreen

PAGE_SIZE = 50


class Periods(DeskView):
    """Every rule, with what would go today: the dry run. It names dossiers, and nobody."""

    permission: ClassVar[str] = retention.SET

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what a run would do now."""
        context = {
            "title": "Bewaartermijnen",
            "groups": self._groups(),
            "last": RetentionRun.objects.first(),
            "held": LegalHold.objects.filter(lifted_at__isnull=True).count(),
            "shown": retention.SHOWN,
        }
        return self.show("netwerk/desk/retention.html", context)

    def _groups(self) -> list[tuple[str, list[retention.Plan]]]:
        """Return what a run would do, under the heading of each rule."""
        plans = {plan.rule: plan for plan in retention.plan(self.now)}
        return [(group, [plans[rule] for rule in rules]) for group, rules in retention.grouped(plans).items()]


class PeriodsForm(PortalForm):
    """One number for each rule, within its bounds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        settable = (rule for rule in retention.all_rules() if not rule.period.fixed)
        self.names = {rule.code.replace(".", "_"): rule for rule in settable}
        super().__init__(*args, **kwargs)
        for name, rule in self.names.items():
            self.fields[name] = _length(rule)
            speak_dutch(self.fields[name], name)

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings, to be drawn."""
        names = {rule.code: name for name, rule in self.names.items()}
        headed = retention.grouped(self.names.values())
        return [(group, [self[names[rule.code]] for rule in rules]) for group, rules in headed.items()]

    def lengths(self) -> dict[str, int]:
        """Return what was filled in, by the code of its rule."""
        return {rule.code: self.cleaned_data[name] for name, rule in self.names.items()}


def _length(rule: retention.Rule) -> forms.IntegerField:
    period = rule.period
    bounds = f"Kies een getal van {period.least} tot {period.most}."
    return forms.IntegerField(
        label=f"{rule.what[:1].upper()}{rule.what[1:]} ({period.unit})",
        help_text=f"{rule.since[:1].upper()}{rule.since[1:]}. {bounds}",
        min_value=period.least,
        max_value=period.most,
        error_messages={"min_value": bounds, "max_value": bounds},
    )


class SetPeriods(FormScreen):
    """Set how long each thing stays."""

    permission: ClassVar[str] = retention.SET
    title = "Wijzig de bewaartermijnen"
    intro = "Een nieuwe termijn geldt vanaf de volgende nacht. Wat al weg is, komt niet terug."
    submit = "Bewaar de termijnen"
    done = "De bewaartermijnen zijn bewaard."
    back_label = "Bewaartermijnen"

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with the lengths as they are."""
        now = {code.replace(".", "_"): length for code, length in retention.lengths().items()}
        return PeriodsForm(data, initial=now)

    def act(self, form: PortalForm) -> Any:
        """Set them."""
        retention.set_lengths(form.lengths(), **self.who)  # type: ignore[attr-defined]

    def back_url(self) -> str:
        """Return the overview."""
        return reverse("desk:retention")


class Register(DeskView):
    """What went, when and how much of it: the lines in which something happened."""

    permission: ClassVar[str] = retention.SET

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the register, newest first."""
        lines = RetentionRun.objects.exclude(went=0, held=0, failed=0)
        page = CappedPaginator(lines, PAGE_SIZE).get_page(request.GET.get("p"))
        rules = {rule.code: rule.what for rule in retention.all_rules()}
        context = {
            "title": "Verwijderregister",
            "page": page,
            "lines": [(line, rules.get(line.rule, line.rule)) for line in page],
            "last": RetentionRun.objects.first(),
            "back_url": reverse("desk:retention"),
            "back_label": "Bewaartermijnen",
        }
        return self.show("netwerk/desk/retention_register.html", context)


class Holds(DeskView):
    """The dossiers of which nothing goes, and those that were held before."""

    permission: ClassVar[str] = retention.HOLD

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show them, what is still held first."""
        holds = LegalHold.objects.select_related("dossier").order_by("lifted_at", "-placed_at")
        still = holds.filter(lifted_at__isnull=True)
        context = {
            "title": "Vastgehouden dossiers",
            "holds": still[: 2 * PAGE_SIZE],
            "lifted": holds.filter(lifted_at__isnull=False).order_by("-lifted_at")[:PAGE_SIZE],
            "back_url": reverse("desk:retention"),
            "back_label": "Bewaartermijnen",
        }
        return self.show("netwerk/desk/holds.html", context)


class HoldForm(PortalForm):
    """Which dossier, and why."""

    reference = line("Kenmerk van het dossier", 20, "Zoals RR-2026-0042.")
    reason = text("Waarom moet alles blijven?", 1000, "Schrijf geen namen op. Het team leest dit.", rows=4)

    def clean_reference(self) -> str:
        """Find the dossier."""
        found = Dossier.objects.filter(reference__iexact=self.cleaned_data["reference"].strip()).first()
        if found is None:
            raise forms.ValidationError("Dit kenmerk kennen we niet. Kijk het na.")
        self.dossier = found
        return found.reference


class Hold(FormScreen):
    """Hold a dossier."""

    permission: ClassVar[str] = retention.HOLD
    title = "Houd een dossier vast"
    intro = "Zolang je het vasthoudt, gaat er niets uit dit dossier weg. Op het tijdpad staat waarom."
    submit = "Houd vast"
    done = "Het dossier wordt vastgehouden."
    back_label = "Vastgehouden dossiers"

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return HoldForm(data)

    def act(self, form: PortalForm) -> Any:
        """Hold it."""
        retention.hold(form.dossier, form.cleaned_data["reason"], **self.who)  # type: ignore[attr-defined]

    def back_url(self) -> str:
        """Return the list."""
        return reverse("desk:holds")


class LiftHold(Hold):
    """Let a dossier go."""

    http_method_names = ["post"]
    done = "Het dossier wordt niet meer vastgehouden."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return a form without fields: the button says it all."""
        return PortalForm(data)

    def act(self, form: PortalForm) -> Any:
        """Let it go."""
        found = get_object_or_404(LegalHold.objects.select_related("dossier"), pk=self.kwargs["pk"])
        retention.lift(found, **self.who)
