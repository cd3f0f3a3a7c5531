# SPDX-License-Identifier: EUPL-1.2
"""What a password must be, told in the words of the site: Django's own Dutch says "u"."""

from django.contrib.auth import password_validation


class LongEnough(password_validation.MinimumLengthValidator):
    """At least so many characters; no rule about which, because a sentence is the easiest to remember."""

    def get_error_message(self) -> str:
        """Return what to do when it is too short."""
        return f"Dit wachtwoord is te kort. Kies minstens {self.min_length} tekens."

    def get_help_text(self) -> str:
        """Return what is asked."""
        return (
            f"Je wachtwoord heeft minstens {self.min_length} tekens. Een korte zin is makkelijk te onthouden."
        )


class UnlikeYourself(password_validation.UserAttributeSimilarityValidator):
    """Not the own name or address."""

    def get_error_message(self) -> str:
        """Return what to do when it is too much like a field of the account, which Django fills in."""
        return "Dit wachtwoord lijkt te veel op: %(verbose_name)s. Bedenk een ander."

    def get_help_text(self) -> str:
        """Return what is asked."""
        return "Je naam of e-mailadres is geen goed wachtwoord."


class NotCommon(password_validation.CommonPasswordValidator):
    """Not one of those that everybody tries first."""

    def get_error_message(self) -> str:
        """Return what to do when it is one of those."""
        return "Dit wachtwoord gebruiken veel mensen. Bedenk een ander."

    def get_help_text(self) -> str:
        """Return what is asked."""
        return "Kies geen wachtwoord dat veel mensen gebruiken."
