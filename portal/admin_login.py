# SPDX-License-Identifier: EUPL-1.2
"""The admin has no login form of its own: there is one way in, with the second factor behind it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View


class AdminLogin(View):
    """Sends whoever comes to the admin's login to the login of the site, and back afterwards."""

    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        """Redirect, with the address to come back to; an address elsewhere is dropped."""
        target = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
            target = reverse("wagtailadmin_home")
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': target})}")
