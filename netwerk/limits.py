# SPDX-License-Identifier: EUPL-1.2
"""Limits on how often one address may try something. Counts only; no address is kept."""

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest


def over_limit(request: HttpRequest, action: str, *, limit: int, seconds: int) -> bool:
    """Count one try and tell whether this address made more than `limit` of them in `seconds`.

    The key is a hash that lives no longer than the period. With the cache away nothing is limited.
    """
    address = get_adapter(request).get_client_ip(request)
    key = f"limit:{action}:" + hashlib.sha256(f"{action}{address}".encode()).hexdigest()[:24]
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key)) > limit
    except ValueError:  # it expired between the two calls
        return False
