# SPDX-License-Identifier: EUPL-1.2
"""People without an account."""

from datetime import datetime

from django.db import models


class Contact(models.Model):
    """Somebody we may write to, without an account: a reporter, a policy officer, a guest.

    `new_email` waits until its holder confirmed it; until then everything goes to the old one.
    """

    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    new_email = models.EmailField("nieuw e-mailadres", blank=True, editable=False)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    forgotten_at = models.DateTimeField("vergeten op", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"

    def __str__(self) -> str:
        return self.name or "contactpersoon zonder naam"

    def forget(self, now: datetime) -> None:
        """Erase everything that tells who this is; the row stays, so that history stays whole."""
        self.name = self.email = self.new_email = self.phone = ""
        self.forgotten_at = now
        self.save(update_fields=["name", "email", "new_email", "phone", "forgotten_at"])
