# SPDX-License-Identifier: EUPL-1.2
"""What must be asked of Django itself, in one start: migrations, deployment, templates.

Runs with the settings of production, filled with values that are nobody's secret.
"""

import os
import secrets
import sys
import tempfile
import warnings
from collections.abc import Iterator

import django
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.migrations.exceptions import NodeNotFoundError
from django.template import TemplateSyntaxError, engines
from django.test.utils import captured_stderr, captured_stdout

from tools.checks import markup
from tools.checks.files import ROOT, templates

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "PORTAL_MODE": "production",
    "ALLOWED_HOSTS": "portaal.example",
    "BASE_URL": "https://portaal.example",
    "DATABASE_URL": "sqlite://:memory:",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "smtp://127.0.0.1:1",
}


def migration_problems() -> Iterator[str]:
    """Yield the models whose tables are not what the migrations make."""
    with captured_stdout() as output, captured_stderr() as errors, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # there are no tables to compare with, and that is fine
        try:
            call_command("makemigrations", check=True, dry_run=True, interactive=False)
        except SystemExit:
            yield from output.getvalue().splitlines()
            yield from errors.getvalue().splitlines()
        except NodeNotFoundError as error:
            yield str(error)


def deployment_problems() -> Iterator[str]:
    """Yield what `check --deploy` says, warnings included."""
    with captured_stdout(), captured_stderr() as errors:
        try:
            call_command("check", deploy=True, fail_level="WARNING")
        except (CommandError, SystemExit) as error:
            yield from (str(error) or errors.getvalue()).strip().splitlines()


def template_problems() -> Iterator[str]:
    """Yield every template that does not parse."""
    engine = engines["django"]
    for suffix in (".html", ".txt"):
        for path in templates(suffix):
            name = str(path.relative_to(ROOT / "templates"))
            try:
                engine.get_template(name)
            except (TemplateSyntaxError, UnicodeDecodeError) as error:
                yield f"templates/{name}: {error}"


def main() -> int:
    """Run all of them; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        secret = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "LINK_KEY")}
        os.environ.update({**ENVIRONMENT, **secret, "DATA_DIR": folder, "STATIC_ROOT": folder})
        django.setup()
        found = []
        for check in (migration_problems, deployment_problems, template_problems, markup.problems):
            found += [f"{check.__name__}: {problem}" for problem in check()]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
