# SPDX-License-Identifier: EUPL-1.2
"""Every write of a business fact about learning projects: one function per intent, the actor keyword-only.

The rules are checked in `netwerk.perform`, at the change itself.
"""
