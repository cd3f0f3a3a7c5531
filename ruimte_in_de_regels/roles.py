# SPDX-License-Identifier: EUPL-1.2
"""What each role may do at this desk."""

from netwerk.roles import grant

_HANDLE = ("ruimte_in_de_regels.handle_report", "ruimte_in_de_regels.handle_case")
_IDENTITY = "ruimte_in_de_regels.view_identity"
_FOR_OTHERS = "ruimte_in_de_regels.report_for_others"
_DECIDE = ("ruimte_in_de_regels.decide_case", "ruimte_in_de_regels.publish_case")

grant("regiocoordinator", _FOR_OTHERS)
grant("team", *_HANDLE, _IDENTITY, _FOR_OTHERS)
grant("coordinator", *_HANDLE, _IDENTITY, _FOR_OTHERS, *_DECIDE)
