# SPDX-License-Identifier: EUPL-1.2
"""What each role may do at this desk."""

from netwerk.roles import grant

_HANDLE = ("ruimte_in_de_regels.handle_report", "ruimte_in_de_regels.handle_case")
_IDENTITY = "ruimte_in_de_regels.view_identity"
_DECIDE = ("ruimte_in_de_regels.decide_case", "ruimte_in_de_regels.publish_case")

grant("team", *_HANDLE, _IDENTITY)
grant("coordinator", *_HANDLE, _IDENTITY, *_DECIDE)
