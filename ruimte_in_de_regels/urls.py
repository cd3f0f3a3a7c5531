# SPDX-License-Identifier: EUPL-1.2
"""Public addresses of the desk, below /ruimte-in-de-regels/."""

app_name = "ruimte_in_de_regels"
urlpatterns: list[object] = []
