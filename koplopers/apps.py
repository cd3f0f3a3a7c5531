# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class KoplopersConfig(AppConfig):
    name = "koplopers"
    verbose_name = "Koplopers"
