# SPDX-License-Identifier: EUPL-1.2
"""The checks that no linter on the market does for us. Each returns the problems it found."""
