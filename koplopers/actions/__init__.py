# SPDX-License-Identifier: EUPL-1.2
"""Every write of a business fact about initiatives: one function per intent, the actor keyword-only.

The rules are checked in `netwerk.perform`, at the change itself.
"""
