# SPDX-License-Identifier: EUPL-1.2
"""What machines may read: feeds."""
