# SPDX-License-Identifier: EUPL-1.2
"""Log filter: a secret link opens a dossier, so its token is never written down."""

import logging
import re

TOKEN = re.compile(r"/l/[^/\s\"']+/?")


def hide_tokens(text: str) -> str:
    """Replace the token of every secret link in `text` by three stars."""
    return TOKEN.sub("/l/***/", text)


class HideSecretLinks(logging.Filter):
    """Rewrites each record's message; the record is always kept."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if "/l/" in message:
            record.msg, record.args = hide_tokens(message), ()
        return True
