# SPDX-License-Identifier: EUPL-1.2
"""Koplopers: initiatives that help, from a first draft to the site and to recognition."""
