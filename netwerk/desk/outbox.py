# SPDX-License-Identifier: EUPL-1.2
"""The outbox on screen: every message with its fate, and a fresh start for those that failed."""

from collections.abc import Sequence
from typing import Any, ClassVar

import django_filters
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic.base import BaseListingView

from netwerk import deliveries, kinds
from netwerk.casework.rules import own_kinds
from netwerk.models import Delivery
from netwerk.templatetags.netwerk import nl_datetime, pill

from .listing import Chip
from .paging import CappedPaginator, capped
from .table import DeskColumn, QueueTable
from .together import Counting
from .views import DeskView

PERMISSION = "netwerk.resend_delivery"
MOST_AT_ONCE = 100
_LOOKS = {
    Delivery.State.PENDING: ("neutral", "clock"),
    Delivery.State.SENDING: ("progress", "send"),
    Delivery.State.SENT: ("success", "check"),
    Delivery.State.DEAD: ("danger", "alert-triangle"),
    Delivery.State.SKIPPED: ("neutral", "circle-minus"),
}


class DeliveryFilterSet(WagtailFilterSet):
    """Messages by state and channel."""

    stand = django_filters.ChoiceFilter(
        label="Status", field_name="state", choices=Delivery.State.choices, empty_label="Alle berichten"
    )
    kanaal = django_filters.ChoiceFilter(
        label="Kanaal", field_name="channel", choices=Delivery.Channel.choices, empty_label="Alle kanalen"
    )

    class Meta:
        model = Delivery
        fields: tuple[str, ...] = ()


class OutboxView(DeskView, BaseListingView):
    """The list of messages. Who they went to is shown by role only: a name is not needed to send again."""

    permission: ClassVar[str] = PERMISSION
    template_name = "netwerk/desk/outbox.html"
    page_title = "Berichten"
    table_class = QueueTable
    paginate_by = 50
    page_kwarg = "pagina"
    filterset_class = DeliveryFilterSet

    @property
    def columns(self) -> Sequence[DeskColumn]:
        """The columns; a dossier that the reader works on is one click away, for an address to mend."""
        own = own_kinds(self.actor)
        return [
            DeskColumn("Kies", _choice),
            DeskColumn("Bericht", lambda row: _what(row, own), css="heading"),
            DeskColumn("Voor", _whom),
            DeskColumn("Status", _fate),
            DeskColumn("Pogingen", lambda row: row.attempts, css="num"),
            DeskColumn("Gemaakt", lambda row: nl_datetime(row.created_at)),
        ]

    def get_base_queryset(self) -> QuerySet[Delivery]:
        """Return all messages, newest first; never the content of a library's mail."""
        return (
            Delivery.objects.select_related("event__entry__dossier", "user")
            .defer("raw")
            .order_by("-created_at", "-id")
        )

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Keep the order of the index."""
        return queryset

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, Any, Any, bool]:
        """Return one page with the capped count."""
        paginator = CappedPaginator(queryset, page_size)
        page = paginator.fetch(self.request.GET.get(self.page_kwarg, "1"))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_table_kwargs(self) -> dict[str, Any]:
        """Return what the table needs more."""
        return {
            **super().get_table_kwargs(),
            "caption": "Berichten, het nieuwste eerst",
            "row_class": lambda row: "is-late" if row.state == Delivery.State.DEAD else "",
        }

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return everything for the page."""
        context = super().get_context_data(*args, **kwargs)
        wanted: dict[str, QuerySet] = {f"in_{code}": Delivery.objects.filter(state=code) for code in _LOOKS}
        numbers = Counting({"all": Delivery.objects.all(), **wanted}).fetch()
        chosen = self.request.GET.get("stand", "")
        query = self.request.GET.copy()
        query.pop(self.page_kwarg, None)
        chips = [Chip("Alle", "", numbers["all"], not chosen)]
        chips += [
            Chip(label, f"stand={code}", numbers[f"in_{code}"], chosen == code)
            for code, label in Delivery.State.choices
        ]
        context.update(
            title=self.page_title,
            chips=chips,
            dead=capped(numbers[f"in_{Delivery.State.DEAD}"]),
            has_dead=any(row.state == Delivery.State.DEAD for row in context["object_list"]),
            query=f"{query.urlencode()}&" if query else "",
        )
        return context


class ResendView(DeskView):
    """Give chosen messages that failed a fresh start, and say of each how that went."""

    permission: ClassVar[str] = PERMISSION
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send again what was chosen."""
        wanted = [int(pk) for pk in request.POST.getlist("bericht") if pk.isdecimal() and len(pk) < 19]
        found = Delivery.objects.filter(pk__in=wanted[:MOST_AT_ONCE]).defer("raw").order_by("pk")
        if not found:
            messages.warning(request, "Kies eerst een of meer berichten.")
        for delivery in found:
            if deliveries.resend(delivery, self.now):
                messages.success(request, f"Bericht {delivery.pk} gaat opnieuw op weg.")
            else:
                messages.warning(
                    request, f"Bericht {delivery.pk} was niet mislukt en is niet opnieuw verstuurd."
                )
        return HttpResponseRedirect(f"{reverse('desk:outbox')}?stand={Delivery.State.DEAD}")


def _choice(row: Delivery) -> SafeString | str:
    if row.state != Delivery.State.DEAD:
        return ""
    return format_html(
        '<label class="pick"><input type="checkbox" name="bericht" value="{0}">'
        '<span class="visually-hidden">Kies bericht {0}</span></label>',
        row.pk,
    )


def _what(row: Delivery, own: Sequence[str]) -> SafeString:
    about: str = "Bericht van het portaal zelf"
    if row.event:
        dossier = row.event.entry.dossier
        about = dossier.reference
        if dossier.kind in own:
            about = format_html('<a href="{}">{}</a>', kinds.url_of(dossier), about)
    return format_html("{} <small>{}, nummer {}</small>", about, row.notice, row.pk)


def _whom(row: Delivery) -> str:
    if row.user is not None:
        return str(row.user)
    if row.contact_id is not None:
        return "Contactpersoon zonder account"
    return "Onbekend" if row.event_id else "Een adres"


def _fate(row: Delivery) -> SafeString:
    state = Delivery.State(row.state)
    tone, icon = _LOOKS[state]
    label = pill(str(state.label), tone, icon, mini=True)
    if row.error:
        return format_html("{}<small>Fout: {}</small>", label, row.error)
    return format_html("{}<small>{}</small>", label, nl_datetime(row.sent_at)) if row.sent_at else label
