# SPDX-License-Identifier: EUPL-1.2
"""Ruimte in de Regels: the desk for obstacles in rules, from report to ministry's answer and back."""
