# SPDX-License-Identifier: EUPL-1.2
"""What this desk counts: for everybody, for a ministry, and of one case. Small numbers are not told."""
