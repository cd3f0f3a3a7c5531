# SPDX-License-Identifier: EUPL-1.2
"""Forms of the public side: they parse and validate, and never save."""
