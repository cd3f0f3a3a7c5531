# SPDX-License-Identifier: EUPL-1.2
"""What each role may do with learning projects. A participant needs no permission: the tie is enough."""

from netwerk.roles import grant

from .access import HANDLE

grant("team", HANDLE)
grant("coordinator", HANDLE)
