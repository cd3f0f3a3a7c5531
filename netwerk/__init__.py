# SPDX-License-Identifier: EUPL-1.2
"""What the apps share: people, dossiers, timeline, permissions, notifications. Imports none of them."""
