# SPDX-License-Identifier: EUPL-1.2
"""The screens of the team for learning projects, inside the Wagtail admin. Every write is one action."""
