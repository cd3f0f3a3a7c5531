# SPDX-License-Identifier: EUPL-1.2
"""The site: composition root, CMS, and all that shows more than one app."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
