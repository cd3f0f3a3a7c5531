# SPDX-License-Identifier: EUPL-1.2
"""Queries with business names. Models use them with `as_manager()`."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from netwerk.models import TimelineEntry, User
from netwerk.querysets import DossierQuerySet

from . import access, workflow

if TYPE_CHECKING:
    from netwerk.access import Actor


def _reminded() -> models.QuerySet:
    """Return reminders that came after the last question of a report."""
    asked = TimelineEntry.objects.filter(dossier=OuterRef("dossier"), type="melding.ask").order_by("-at")
    return TimelineEntry.objects.filter(
        dossier=OuterRef("pk"), type="melding.reminded", at__gt=Subquery(asked.values("at")[:1])
    )


class ReportQuerySet(models.QuerySet):
    """Reports."""

    def visible_to(self, actor: "Actor") -> Self:
        """Return the reports that this actor may see."""
        return self.filter(access.reports_q(actor))

    def open(self) -> Self:
        """Return what still asks for work."""
        return self.filter(state__in=workflow.REPORT.sets["open"])

    def awaiting_aftercare(self, told_before: date) -> Self:
        """Return reports whose outcome was told on this day or before, and who were not asked since."""
        told = Q(timeline__type="melding.answer", timeline__at__date__lte=told_before)
        told_since = TimelineEntry.objects.filter(
            dossier=OuterRef("pk"), type="melding.answer", at__date__gt=told_before
        )
        waiting = self.filter(state__in=workflow.REPORT.sets["told"], aftercare_asked_at__isnull=True)
        return waiting.filter(told).exclude(Exists(told_since)).distinct().order_by("pk")

    def without_news_since(self, moment: datetime, read_by_reporter: list[str]) -> Self:
        """Return open reports whose reporter read nothing new since a moment.

        Args:
            moment: before it counts as long ago.
            read_by_reporter: the entry types that a reporter reads.
        """
        news = TimelineEntry.objects.filter(dossier=OuterRef("pk"), type__in=read_by_reporter, at__gt=moment)
        return self.open().filter(~Exists(news), created_at__lte=moment)

    def unanswered_since(self, moment: datetime) -> Self:
        """Return reports whose question was asked before a moment and not reminded of since."""
        later = TimelineEntry.objects.filter(
            dossier=OuterRef("pk"), type__in=("melding.ask", "melding.reminded"), at__gt=moment
        )
        return self.filter(~Exists(later), ~Exists(_reminded()), state="waiting_reporter")


class CaseQuerySet(DossierQuerySet):
    """Cases."""

    def visible_to(self, actor: "Actor") -> Self:
        """Return the cases that this actor may see in full."""
        return self.filter(access.cases_q(actor))

    def open(self) -> Self:
        """Return what still asks for work."""
        return self.filter(state__in=workflow.CASE.sets["open"])

    def listed(self) -> Self:
        """Return what stands on the site, newest first. Asks the cases' own table alone."""
        return self.filter(listed_at__isnull=False).order_by("-listed_at", "-pk")

    def readable_by(self, actor: "Actor") -> Self:
        """Return the cases whose public text this actor may read on the site, newest first."""
        # By name: models know this module, so it cannot know them.
        texts = apps.get_model("ruimte_in_de_regels.Publication")._default_manager
        readable = texts.filter(access.texts_q(actor)).values("case_id")
        return self.filter(pk__in=readable).order_by("-publication__published_at", "-pk")

    def reaching(self) -> Self:
        """Return cases with how often others have it too (`also_count`), and how often they were spread."""
        said = Count("also_us", distinct=True)
        reported = Count("also_hit", distinct=True, filter=~Q(also_hit__state="withdrawn"))
        spread = Count("distributions", distinct=True)
        return self.annotate(also_count=said + reported, spread_count=spread)

    def taking_reports(self) -> Self:
        """Return the cases to which a report can be added."""
        return self.filter(state__in=workflow.CASE.sets["takes_reports"])


class PartyQuerySet(models.QuerySet):
    """Ministries and other tables."""

    def to_choose(self) -> Self:
        """Return the parties that the team looked at; what a ministry only named is not offered to others."""
        return self.filter(checked=True)

    def ministries(self) -> Self:
        """Return the ministries alone, for figures per ministry."""
        return self.filter(kind="ministry")

    def called(self, name: str) -> Self:
        """Return the party that somebody means by a name: short or in full, whatever the capitals."""
        return self.filter(Q(abbreviation__iexact=name) | Q(name__iexact=name))


class ThreadQuerySet(models.QuerySet):
    """Threads with ministries and other tables."""

    def past_due(self, today: date) -> Self:
        """Return threads whose ministry had to answer before today and did not."""
        return self.filter(state__in=workflow.THREAD.sets["with_ministry"], due_at__lt=today)

    def to_chase(self) -> Self:
        """Return threads of which an answer is still awaited, and the coordinator does not know yet."""
        waiting = {"state__in": workflow.THREAD.sets["answerable"], "raised_at__isnull": True}
        return self.filter(**waiting, case__state__in=workflow.CASE.sets["asks_again"])

    def asked(self) -> Self:
        """Return threads that really went out: those a reader may know of."""
        return self.filter(state__in=workflow.THREAD.sets["asked"])


class JointReplyQuerySet(models.QuerySet):
    """The places of parties in joint questions."""

    def to_chase(self) -> Self:
        """Return places whose reply is still awaited, and of which the coordinator does not know yet."""
        waiting = self.filter(replied_at__isnull=True, raised_at__isnull=True)
        return waiting.filter(joint__case__state__in=workflow.CASE.sets["asks_again"])


class OutcomeQuerySet(models.QuerySet):
    """Outcomes."""

    def ending_by(self, day: date) -> Self:
        """Return what was allowed for a time, ends on this day or before, and was not announced to end."""
        last = Coalesce("extended_to", "ends_on")
        decided = self.filter(case__state__in=workflow.CASE.sets["decided"], end_told_at__isnull=True)
        return decided.annotate(last=last).filter(last__lte=day)


_ON_PAGE = (
    *("slug", "title", "situation", "obstacle", "problem", "outcome", "what_you_can_do"),
    *("place", "published_at", "case__reference", "case__version", "case__listed_at", "case__state"),
)


class PublicationQuerySet(models.QuerySet):
    """Public texts."""

    def published(self) -> Self:
        """Return the texts that everybody may read, newest first: in the order of the index on cases."""
        return self.filter(state="published", case__listed_at__isnull=False).order_by(
            "-case__listed_at", "-case__pk"
        )

    def readable_by(self, actor: "Actor") -> Self:
        """Return the texts that this actor may read on the site, newest first."""
        return self.filter(access.texts_q(actor)).order_by("-published_at", "-pk")

    def for_pages(self) -> Self:
        """Return what a page of each shows of the text itself and of its case, and nothing else of them."""
        return self.select_related("case").only(*_ON_PAGE)

    def gone_from_sight(self) -> Self:
        """Return the texts that everybody could read and that were taken back since."""
        return self.filter(first_public_at__isnull=False).exclude(state="published")

    def due(self, today: date) -> Self:
        """Return the texts whose day has come."""
        return self.filter(state="held", publish_on__lte=today)

    def read_long_enough(self, today: date) -> Self:
        """Return the texts that reporters could read along until before today."""
        return self.filter(state="with_reporter", reading_closed_at__isnull=True, read_before__lt=today)


class PromiseQuerySet(models.QuerySet):
    """Promises."""

    def shown(self) -> Self:
        """Return what everybody may know of: promises in cases on the site."""
        return self.filter(case__listed_at__isnull=False)

    def past_due(self, today: date) -> Self:
        """Return promises whose day is over while nobody said what came of them."""
        return self.filter(state="open", due_on__lt=today)

    def to_ask(self, today: date, until: date) -> Self:
        """Return promises due from today up to a day, of which nobody asked; and again on the very day."""
        unasked = Q(asked_on__isnull=True) | Q(due_on=today, asked_on__lt=today)
        return self.filter(unasked, state="open", due_on__range=(today, until))


class PromiseNewsQuerySet(models.QuerySet):
    """What ministries say of their promises."""

    def waiting(self) -> Self:
        """Return what the team did not look at yet; one of each promise at most."""
        return self.filter(handled_at__isnull=True)


class IntakeRuleQuerySet(models.QuerySet):
    """Intake rules."""

    def with_handlers(self) -> Self:
        """Return the rules with their handlers, and as `able` whether those may handle reports (now)."""
        right = {"content_type__app_label": "ruimte_in_de_regels", "codename": "handle_report"}
        group = Q(**{f"groups__permissions__{name}": value for name, value in right.items()})
        own = Q(**{f"user_permissions__{name}": value for name, value in right.items()})
        able = User.objects.filter(group | own | Q(is_superuser=True), pk=OuterRef("handler"), is_active=True)
        return self.select_related("handler", "regulation").annotate(able=Exists(able))
