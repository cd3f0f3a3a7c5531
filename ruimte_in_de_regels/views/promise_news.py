# SPDX-License-Identifier: EUPL-1.2
"""How a promise stands, said by who made it, behind the link to its question."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk import links
from netwerk.perform import Refused

from .. import workflow
from ..actions import promise_news
from ..forms.ministry import PromiseNewsForm
from ..models import Promise
from .ministry import SHEET, find_thread, holder


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, public_id: UUID, promise: int) -> HttpResponse:
    """Say whether it is settled, comes later or will not come. The team takes it over, or says why not."""
    link, thread = find_thread(request, public_id)
    rows = Promise.objects.filter(case=thread.case_id, ministry=thread.ministry_id)
    found = get_object_or_404(rows, pk=promise)
    if found.state not in workflow.PROMISE.sets["running"]:
        messages.error(request, "Deze toezegging is al afgerond.")
        return redirect(SHEET, public_id)
    now = timezone.now()
    form = PromiseNewsForm(request.POST or None, promise=found, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        try:
            news = promise_news.News(**form.cleaned_data)
            promise_news.say_how_it_stands(found, news, by=holder(link, thread), now=now)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Dank je wel. Het netwerkteam leest wat je schreef.")
            return redirect(SHEET, public_id)
    context = {"link": link, "thread": thread, "promise": found, "form": form}
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/thread_promise.html", context, status=status))
