# SPDX-License-Identifier: EUPL-1.2
"""What a page costs, as a ratio to a bare Django view on the same machine in the same minute."""
