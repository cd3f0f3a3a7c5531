# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class RuimteInDeRegelsConfig(AppConfig):
    name = "ruimte_in_de_regels"
    verbose_name = "Ruimte in de Regels"
