# SPDX-License-Identifier: EUPL-1.2
"""Pages for people outside the team: find, ask, do, redirect."""
