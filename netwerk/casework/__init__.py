# SPDX-License-Identifier: EUPL-1.2
"""What every desk needs to work on dossiers. Grows with the desks: documents first."""
