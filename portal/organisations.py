# SPDX-License-Identifier: EUPL-1.2
"""Pages of a member about organisations: invitations to answer, and members to invite."""

from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netwerk import organisations
from netwerk.access import Actor
from netwerk.forms import PortalForm
from netwerk.models import Invitation, Membership, Organisation, User
from netwerk.perform import Refused
from netwerk.widgets import RadioCards


class InviteForm(PortalForm):
    """Whom to invite."""

    email = forms.EmailField(label="E-mailadres")
    role = forms.ChoiceField(
        label="Wat mag diegene?",
        choices=Membership.Role.choices,
        initial=Membership.Role.MEMBER,
        widget=RadioCards(columns=2),
    )


def _actor(request: HttpRequest) -> Actor:
    return Actor.of(request.user)


@never_cache
@require_safe
@login_required
def invitations(request: HttpRequest) -> HttpResponse:
    """What is open for my address, and where I am a member."""
    user = cast(User, request.user)
    context = {
        "invitations": organisations.open_invitations(user),
        "memberships": user.memberships.select_related("organisation").order_by("organisation__name"),
    }
    return render(request, "portal/invitations.html", context)


@require_POST
@login_required
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Become a member. Somebody else's invitation does not exist."""
    own = Invitation.objects.filter(email__iexact=cast(User, request.user).email)
    invitation = get_object_or_404(own.select_related("organisation"), pk=pk)
    try:
        organisations.accept(invitation, by=_actor(request), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Je bent nu lid van {invitation.organisation}.")
    return redirect("invitations")


def _managed(request: HttpRequest, slug: str) -> Organisation:
    """Return an organisation that this user manages; every other one does not exist."""
    organisation = get_object_or_404(Organisation, slug=slug)
    if not organisations.may_manage(_actor(request), organisation):
        raise Http404
    return organisation


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """The members and open invitations of an organisation, and a form to invite one more."""
    organisation = _managed(request, slug)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = organisations.NewInvitation(form.cleaned_data["email"], form.cleaned_data["role"])
        try:
            organisations.invite(organisation, new, by=_actor(request), now=timezone.now())
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, "De uitnodiging is verstuurd.")
            return redirect("organisation_members", slug)
    context = {
        "organisation": organisation,
        "memberships": organisation.memberships.select_related("user").order_by("user__first_name"),
        "invitations": organisation.invitations.filter(accepted_at__isnull=True, withdrawn_at__isnull=True),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "portal/organisation_members.html", context, status=status)


@require_POST
@login_required
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an invitation back."""
    organisation = _managed(request, slug)
    invitation = get_object_or_404(organisation.invitations, pk=pk)
    try:
        organisations.withdraw(invitation, by=_actor(request), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "De uitnodiging is ingetrokken.")
    return redirect("organisation_members", slug)


@require_POST
@login_required
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """End a membership: my own, or one of an organisation that I manage."""
    membership = get_object_or_404(Membership.objects.select_related("organisation", "user"), pk=pk)
    own = membership.user_id == cast(User, request.user).pk
    if not own and not organisations.may_manage(_actor(request), membership.organisation):
        raise Http404
    try:
        organisations.leave(membership, by=_actor(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{'Je bent' if own else 'Deze persoon is'} geen lid meer.")
    if own:
        return redirect("invitations")
    return redirect("organisation_members", membership.organisation.slug)
