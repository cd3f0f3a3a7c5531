# SPDX-License-Identifier: EUPL-1.2
"""A question to several parties at once, behind the link of each: read what the others say, and reply."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netwerk import links
from netwerk.perform import Refused

from ..actions import weighing
from ..forms.ministry import JointReplyForm
from ..models import JointReply
from .ministry import find_thread, holder


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, public_id: UUID, joint: int) -> HttpResponse:
    """The question, who else was asked and what they say, and the own reply."""
    link, thread = find_thread(request, public_id)
    own = get_object_or_404(JointReply.objects.select_related("joint"), joint=joint, thread=thread)
    form = JointReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            weighing.reply_jointly(
                own, form.cleaned_data["text"], by=holder(link, thread), now=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            own.refresh_from_db()
        else:
            messages.success(request, "Dank je wel. Jullie antwoord is verstuurd.")
            return redirect("ruimte_in_de_regels:thread_joint", public_id, joint)
    others = own.joint.replies.exclude(pk=own.pk).select_related("thread__ministry")
    context = {"link": link, "thread": thread, "own": own, "others": others, "form": form}
    status = 422 if form.errors else 200
    return links.private(render(request, "ruimte_in_de_regels/thread_joint.html", context, status=status))
