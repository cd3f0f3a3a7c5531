# SPDX-License-Identifier: EUPL-1.2
"""The tests. A package, because a library we test with ships one of the same name."""
