# SPDX-License-Identifier: EUPL-1.2
"""The screens of the team for initiatives, inside the Wagtail admin. Every write is one action."""
