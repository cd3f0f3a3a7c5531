# SPDX-License-Identifier: EUPL-1.2
"""Celery shells of the register. Each may run twice without harm."""

from celery import shared_task

from .facets import keep_facets


@shared_task
def count_register() -> int:
    """Keep the numbers beside the filters of the whole register. Returns how many numbers."""
    return keep_facets()
