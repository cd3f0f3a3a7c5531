# SPDX-License-Identifier: EUPL-1.2
"""Which starting texts were put in place, so that none comes back after an editor removed it."""

from django.db import models
from wagtail.models import Page


class StarterRecord(models.Model):
    """One starting page that was made. It finds the page again after its address was changed."""

    key = models.CharField("sleutel", max_length=200, unique=True)
    page = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+", verbose_name="pagina")

    class Meta:
        verbose_name = "gemaakte startpagina"
        verbose_name_plural = "gemaakte startpagina’s"

    def __str__(self) -> str:
        return self.key
