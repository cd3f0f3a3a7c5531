# SPDX-License-Identifier: EUPL-1.2
"""The Celery application. Tasks live in each app's `tasks.py`; the beat table in settings."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
