# SPDX-License-Identifier: EUPL-1.2
"""What a text may tell of who somebody is. Hints only: a person decides what stays."""
