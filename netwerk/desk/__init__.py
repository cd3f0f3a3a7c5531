# SPDX-License-Identifier: EUPL-1.2
"""Screens for desk work inside the Wagtail admin. They know dossiers and moves, and no product."""
