# SPDX-License-Identifier: EUPL-1.2
"""Secret links: make one, find one, open the door, and know later who came in.

`/l/<token>/` shows only a button. Its POST counts the opening, keeps the link in the session and goes
on to an address without the token. Wrong, expired and revoked tokens look the same.
"""

import base64
import hashlib
import hmac
import uuid
from datetime import datetime

from django.conf import settings
from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from . import scopes
from .access import Actor
from .limits import over_limit
from .models import Contact, Dossier, SecretLink

SESSION_KEY = "secret_links"
MAX_OPEN_LINKS = 20
TRIES_PER_MINUTE = 30
CODE_TRIES_PER_HOUR = 20
CODE_LENGTH = 16
# Crockford's alphabet: no letter that is taken for a figure or for another letter.
_READABLE = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_MISREAD = str.maketrans("ILO", "110")


class Withdrawn(Exception):
    """Somebody closed the link of this contact by hand; `let_in_again` allows them a new one."""


class NotOpened(Http404):
    """This session holds no live link to what was asked for; that it exists is not told."""


def token_for(link: SecretLink) -> str:
    """Return the token of a link: 192 bits, derived from its row and a key outside the database."""
    digest = hmac.new(settings.LINK_KEY.encode(), f"link:{link.public_id}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


def url_for(link: SecretLink) -> str:
    """Return the full address to mail to the holder, or to show once."""
    return settings.BASE_URL + reverse("secret_link", args=[token_for(link)])


def code_for(link: SecretLink) -> str:
    """Return the code of a link, for who keeps it on paper: 80 bits, in four groups that can be read out."""
    digest = hmac.new(settings.LINK_KEY.encode(), f"code:{link.public_id}".encode(), hashlib.sha256).digest()
    plain = base64.b32encode(digest[:10]).decode().translate(_READABLE)
    return "-".join(plain[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def make_link(
    scope: str, dossier: Dossier | None, *, contact: Contact | None, part: str = "", now: datetime
) -> SecretLink:
    """Return the live link of this scope for this contact, making it when there is none.

    A link without contact or without dossier is always new: nobody can be recognised by it, or it opens
    more than one thing. An expired one is revoked and replaced.

    Raises:
        Withdrawn: somebody closed the link of this contact by hand.
    """
    if contact is not None and dossier is not None:
        known = SecretLink.objects.filter(scope=scope, dossier_id=dossier.pk, part=part, contact=contact)
        kept = list(known.filter(Q(revoked_at__isnull=True) | ~Q(withdrawn_by="")))
        if any(link.withdrawn_by for link in kept):
            raise Withdrawn
        if kept and kept[0].is_live(now):
            return kept[0]
        if kept:
            revoke(kept[0], now)
    return new_link(scope, dossier, contact=contact, part=part, now=now)


def new_link(
    scope: str, dossier: Dossier | None, *, contact: Contact | None, part: str = "", now: datetime
) -> SecretLink:
    """Make a link for somebody who has none yet for this thing."""
    link = SecretLink(
        public_id=uuid.uuid4(),
        scope=scope,
        dossier_id=dossier.pk if dossier is not None else None,
        part=part,
        contact=contact,
        created_at=now,
        expires_at=now + scopes.scope(scope).lifetime,
    )
    link.token_hash = _hash(token_for(link))
    if scopes.scope(scope).with_code:
        link.code_hash = _hash(code_for(link))
    link.save(force_insert=True)
    return link


def revoke(link: SecretLink, now: datetime) -> None:
    """Close a link for good."""
    SecretLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now)


def withdraw(link: SecretLink, by: str, now: datetime) -> bool:
    """Close a link by hand, and give its holder no other. Returns whether it still worked."""
    working = SecretLink.objects.filter(pk=link.pk, revoked_at__isnull=True, expires_at__gt=now)
    return bool(working.update(revoked_at=now, withdrawn_by=by))


def let_in_again(link: SecretLink) -> bool:
    """Allow the holder of a link that was closed by hand a new one. Returns whether that was needed."""
    same = SecretLink.objects.filter(
        scope=link.scope, dossier=link.dossier_id, part=link.part, contact=link.contact_id
    )
    return bool(same.exclude(withdrawn_by="").update(withdrawn_by=""))


def find(token: str, now: datetime) -> SecretLink | None:
    """Return the live link with this token, or None: wrong, expired and revoked are the same."""
    link = SecretLink.objects.filter(token_hash=_hash(token)).first()
    return link if link is not None and link.is_live(now) else None


def find_by_code(code: str, scope: str, now: datetime) -> SecretLink | None:
    """Return the live link with this code, however it was typed; None when it opens nothing."""
    typed = "".join(char for char in code.upper() if char.isalnum()).translate(_MISREAD)
    groups = "-".join(typed[at : at + 4] for at in range(0, len(typed), 4))
    link = SecretLink.objects.filter(code_hash=_hash(groups), scope=scope).first()
    return link if link is not None and link.is_live(now) else None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """The door of a secret link."""
    now = timezone.now()
    hammering = over_limit(request, "secret-link", limit=TRIES_PER_MINUTE, seconds=60)
    link = None if hammering else find(token, now)
    if link is None:
        return private(render(request, "netwerk/link_closed.html", status=404))
    scope = scopes.scope(link.scope)
    if request.method != "POST":
        return private(render(request, "netwerk/link_door.html", {"scope": scope, "token": token}))
    return enter(request, link, now)


def enter(request: HttpRequest, link: SecretLink, now: datetime) -> HttpResponse:
    """Let somebody in who showed the token or the code: count it, and go to the address without either."""
    SecretLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, last_opened_at=now)
    remember(request, link)
    return private(HttpResponseRedirect(scopes.scope(link.scope).url(link)))


def remember(request: HttpRequest, link: SecretLink) -> None:
    """Keep in the session that its holder may use this link; the oldest goes when there are too many."""
    known = [key for key in request.session.get(SESSION_KEY, []) if key != str(link.public_id)]
    request.session[SESSION_KEY] = [*known, str(link.public_id)][-MAX_OPEN_LINKS:]


def forget(request: HttpRequest, link: SecretLink) -> None:
    """Let this session no longer use a link: somebody else may sit at this computer next."""
    known = request.session.get(SESSION_KEY, [])
    request.session[SESSION_KEY] = [key for key in known if key != str(link.public_id)]


def held_link(request: HttpRequest, public_id: uuid.UUID, scope: str) -> SecretLink:
    """Return the link that this session opened earlier.

    Raises:
        NotOpened: it was not opened in this session, has another scope, or is no longer live.
    """
    if str(public_id) not in request.session.get(SESSION_KEY, []):
        raise NotOpened
    link = (
        SecretLink.objects.select_related("dossier", "contact")
        .filter(public_id=public_id, scope=scope)
        .first()
    )
    if link is None or not link.is_live(timezone.now()):
        raise NotOpened
    return link


def actor_for(link: SecretLink) -> Actor:
    """Return the holder of a link as actor."""
    return Actor.holder(link, scopes.scope(link.scope).actor_label)


def private(response: HttpResponse) -> HttpResponse:
    """Mark a page behind a link: never stored, never indexed, and no path of ours in a referrer.

    `strict-origin` and not `no-referrer`: the latter makes browsers send `Origin: null` with the form
    on the page, which the check against forged requests must refuse (docs/adr/0005).
    """
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex"
    return response
