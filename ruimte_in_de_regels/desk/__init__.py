# SPDX-License-Identifier: EUPL-1.2
"""The team's screens of Ruimte in de Regels, inside the Wagtail admin. Every write is one action."""
