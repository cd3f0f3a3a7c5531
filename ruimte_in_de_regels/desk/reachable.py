# SPDX-License-Identifier: EUPL-1.2
"""How the team can reach a reporter, in words: never the address or the number itself."""

from collections.abc import Iterable

from ..models import ReporterIdentity

ONLY_LINK = "Alleen via de link"


def reachable(reports: Iterable[int]) -> dict[int, str]:
    """Return for each of these reports, by its number, how its reporter can be reached; one query."""
    ways = dict.fromkeys(reports, ONLY_LINK)
    found = ReporterIdentity.objects.filter(report__in=list(ways))
    for report, email, phone in found.values_list("report_id", "contact__email", "contact__phone"):
        named = [word for word, given in (("mail", email), ("telefoon", phone)) if given]
        if named:
            ways[report] = f"Per {' of '.join(named)}"
    return ways
