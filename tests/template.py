# SPDX-License-Identifier: EUPL-1.2
"""Makes the template of the test databases before a round asks for it: `python -m tests.template`.

Which database it is for, `TEST_DATABASE_URL` tells, as it does for the tests.
"""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from tests.databases import make_test_database  # noqa: E402 (needs the settings)

if __name__ == "__main__":
    make_test_database("template").remove()
