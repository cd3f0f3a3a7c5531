# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ActielerenConfig(AppConfig):
    name = "actieleren"
    verbose_name = "Actieleren"
