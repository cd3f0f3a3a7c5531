# SPDX-License-Identifier: EUPL-1.2
"""Settings of the tests: the portal's own, in a data folder of their own.

The environment is made here, before the portal's settings are read: no test may see or touch the
data folder, database or broker of the person who runs it.
"""

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

# Looking for garbage after every 700 objects took an eighth of the time of the tests, and while the
# template is made, after every 50,000, still a quarter.
gc.set_threshold(200_000, 50, 50)

_folder = Path(tempfile.mkdtemp(prefix="aln-test-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

for _name in ("SECRET_KEY", "LINK_KEY", "ALLOWED_HOSTS", "BASE_URL", "STATIC_ROOT", "MEDIA_S3_BUCKET"):
    os.environ.pop(_name, None)
_worker = os.environ.get("PYTEST_XDIST_WORKER", "")
_redis = os.environ.get("TEST_REDIS_URL", "")
os.environ.update(
    PORTAL_MODE="embedded",
    DATA_DIR=str(_folder),
    PORT="8000",
    DEMO_MODE="false",
    SECOND_FACTOR_REQUIRED="true",
    TRUSTED_PROXY_COUNT="0",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL", ""),
    # Each worker has a numbered Redis database of its own.
    REDIS_URL=f"{_redis.rpartition('/')[0]}/{_worker[2:]}" if _redis and _worker else _redis,
    LOG_LEVEL="WARNING",
)

from portal.settings import *  # noqa: E402, F403
from portal.settings import DATABASES, MIDDLEWARE, STORAGES  # noqa: E402

# A connection that stays open would stop a database from being put back (tests/databases.py).
DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# WhiteNoise looks at every static file when it starts; the test server has its own way.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
