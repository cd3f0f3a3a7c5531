# SPDX-License-Identifier: EUPL-1.2
"""Builders of test objects, named as the business says it."""
