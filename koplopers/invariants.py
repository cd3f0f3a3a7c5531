# SPDX-License-Identifier: EUPL-1.2
"""What must be true of initiatives, whatever happened."""

from django.db.models import Q, QuerySet

from netwerk import invariants
from netwerk.invariants import Keys, within
from netwerk.models import Visibility

from . import workflow
from .models import Initiative


def _listing_unfit(keys: Keys) -> QuerySet[Initiative]:
    """An initiative is listed exactly when it is public, and is both in the states that are shown."""
    listed, public = Q(listed_at__isnull=False), Q(visibility=Visibility.PUBLIC)
    hidden = Q(state__in=workflow.INITIATIVE.sets["shown"]) & ~listed
    left = Q(state__in=("prospect", "draft", "archived")) & listed
    return within(Initiative.objects.filter((listed & ~public) | (public & ~listed) | hidden | left), keys)


def _recognition_unfit(keys: Keys) -> QuerySet[Initiative]:
    """A Koploper says since when, a former one also until when."""
    unnamed = Q(state__in=("recognised", "alumni"), recognised_at__isnull=True)
    unended = Q(state="alumni", retired_at__isnull=True)
    return within(Initiative.objects.filter(unnamed | unended), keys)


invariants.register(
    initiative_is_listed_when_public=_listing_unfit,
    recognition_has_its_dates=_recognition_unfit,
)
