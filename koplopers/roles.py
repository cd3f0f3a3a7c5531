# SPDX-License-Identifier: EUPL-1.2
"""What each role may do with initiatives. An owner needs no permission: the tie to it is enough."""

from netwerk.roles import grant

from .access import DECIDE, HANDLE

grant("team", HANDLE)
grant("coordinator", HANDLE, DECIDE)
