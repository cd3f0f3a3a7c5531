# SPDX-License-Identifier: EUPL-1.2
"""What people fill in about a learning project. Forms parse and validate; an action saves."""
