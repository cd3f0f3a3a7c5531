# SPDX-License-Identifier: EUPL-1.2
"""Headers for every answer, a wider policy for the admin, and the second factor."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from csp.constants import HEADER as CSP_HEADER
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from netwerk.roles import needs_second_factor

from . import errors

GetResponse = Callable[[HttpRequest], HttpResponse]

ADMIN = "/beheer/"
PERMISSIONS = "camera=(), microphone=(), geolocation=(), browsing-topics=()"

# What Wagtail's own screens need: a few inline scripts and styles, and pictures made on the spot.
# Nothing from other hosts, and no eval.
ADMIN_CSP = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'"],
}
SAME_FRAME = {"frame-ancestors": ["'self'"]}

# Where somebody must be able to come without a second factor, because it is set up there, or
# because nothing there belongs to an account.
WITHOUT_SECOND_FACTOR = ("/account/", "/static/", "/gezondheid/", "/.well-known/", "/robots.txt")


class SecurityHeadersMiddleware:
    """Headers that Django does not set itself; personal pages are never kept by a browser or proxy."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to the answer, where a view did not choose its own."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class AdminPolicyMiddleware:
    """The content policy of Wagtail's admin. Stands after CSPMiddleware, so it answers before it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Widen the policy under /beheer/ only.

        A preview runs the whole chain for the page's own address. It comes back with the strict
        policy of a public page, which forbids the frame that shows it. So that policy is taken
        away and made again, with our own frame allowed.
        """
        response = self.get_response(request)
        if not request.path.startswith(ADMIN):
            return response
        is_page = CSP_HEADER in response.headers
        if is_page:
            del response.headers[CSP_HEADER]
        framed = is_page or "/preview/" in request.path
        policy = {} if is_page else dict(ADMIN_CSP)
        if framed:
            policy |= SAME_FRAME
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response._csp_replace = policy  # type: ignore[attr-defined]
        return response


class AdminDoorMiddleware:
    """A member without rights in the admin hears so. Wagtail would send them to log in, which they are.

    Who was logged out while writing reads the own words back: a login page alone would lose them.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, or say no with the page for that."""
        if request.path.startswith(ADMIN) and request.user.is_authenticated:
            if not request.user.has_perm("wagtailadmin.access_admin"):
                raise PermissionDenied
        elif request.path.startswith(ADMIN) and request.method == "POST":
            if kept := errors.logged_out(request):
                return kept
        return self.get_response(request)


class SecondFactorMiddleware:
    """People with rights over others' data use a second factor, in this session.

    That an account has a second factor says nothing about how this session began: only the
    session's own record counts. Everything is closed until then, except what sets it up.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, or first to the second factor."""
        if settings.SECOND_FACTOR_REQUIRED and self._is_missing(request):
            name = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_activate_totp"
            target = f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}"
            response = HttpResponseRedirect(target)
            response.headers["Cache-Control"] = "private, no-store"
            return response
        return self.get_response(request)

    @staticmethod
    def _is_missing(request: HttpRequest) -> bool:
        if request.path.startswith(WITHOUT_SECOND_FACTOR) or not request.user.is_authenticated:
            return False
        records = get_authentication_records(request, request.user)
        if any(record["method"] == "mfa" for record in records):
            return False
        return needs_second_factor(request.user)
