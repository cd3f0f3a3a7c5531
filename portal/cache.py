# SPDX-License-Identifier: EUPL-1.2
"""Redis cache that counts as empty while Redis is away: a page gets slower, never an error."""

import logging
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache with reads that miss and writes that are dropped when Redis is away."""

    def _forgive(self, name: str, fallback: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(), name)(*args, **kwargs)
        except RedisError:
            logger.warning("Cache is away: %s skipped", name)
            return fallback

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._forgive("get", default, key, default, version)

    def get_many(self, keys: Any, version: Any = None) -> Any:
        return self._forgive("get_many", {}, keys, version)

    def set(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("set", None, key, value, *args, **kwargs)

    def add(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("add", True, key, value, *args, **kwargs)

    def delete(self, key: Any, version: Any = None) -> Any:
        return self._forgive("delete", False, key, version)

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> Any:
        return self._forgive("incr", delta, key, delta, version)
