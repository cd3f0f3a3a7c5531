# SPDX-License-Identifier: EUPL-1.2
"""The tools behind make: what they refuse, and the one sentence they say then."""

import errno
import sys
import tempfile

import pytest

from tools import bootstrap
from tools.checks import files, markup, repository, sizes
from tools.services import Services, free_port, redis_process_id


def test_bootstrap_refuses_an_old_python(monkeypatch):
    """It names the version that is needed and the one that is there."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(bootstrap.SetupError, match=r"Python 3\.11 or newer is needed"):
        bootstrap.check_python()


def test_bootstrap_refuses_a_folder_it_cannot_write(monkeypatch):
    """A read-only disk, or somebody else's folder."""

    def refuse(**options):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(bootstrap.SetupError, match=r"cannot be written \(Read-only file system\)"):
        bootstrap.check_writable()


def test_bootstrap_names_the_package_when_venv_is_incomplete(monkeypatch, tmp_path):
    """Debian splits the venv module off: say what to install."""
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "venv" / "bin" / "python")
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(bootstrap.SetupError, match=r"apt install python3\.\d+-venv"):
        bootstrap.make_venv(None)


def test_bootstrap_says_what_the_installer_said(monkeypatch, tmp_path):
    """When packages cannot be had: the installer's own last error, and where the rest is."""
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / "install.log")
    failing = [
        sys.executable,
        "-c",
        "import sys; print('ERROR: No route to host.'); print('bye'); sys.exit(1)",
    ]
    assert bootstrap.run_with_progress(failing) == 1
    assert bootstrap.last_error() == "ERROR: No route to host"


def test_bootstrap_does_nothing_when_nothing_changed(monkeypatch, tmp_path):
    """Once installed, the next `make` goes straight on; another lock file installs again."""
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "python")
    installed = []
    monkeypatch.setattr(bootstrap, "make_venv", lambda uv: None)
    monkeypatch.setattr(bootstrap, "install_packages", lambda name, uv: installed.append(name))
    bootstrap.install("dev")
    assert installed == ["dev"]
    (tmp_path / "python").touch()
    bootstrap.stamp("dev").write_text(bootstrap.fingerprint("dev"))
    bootstrap.install("dev")
    assert installed == ["dev"]
    bootstrap.stamp("dev").write_text("of an older lock file")
    bootstrap.install("dev")
    assert installed == ["dev", "dev"]


@pytest.mark.parametrize(
    "template",
    [
        "<p>{% if a %}<b>x</b>{% else %}y{% endif %}</p>",
        "{% if a %}<a href='#'>{% endif %}x{% if a %}</a>{% endif %}",
        "{% if a %}<h2>{% else %}<h3>{% endif %}x{% if a %}</h2>{% else %}</h3>{% endif %}",
        "<ul>{% for x in y %}<li>{{ x }}</li>{% empty %}<li>-</li>{% endfor %}</ul>",
        "<img src='{{ a }}'><br><svg><path d='M0'/></svg>",
        "{% comment %}<div>{% endcomment %}<input {% if a %}checked{% endif %}>",
    ],
)
def test_balanced_templates_pass(template):
    """Branches that open alike, close alike; a conditional wrapper is fine."""
    assert [markup.unbalanced(template, last=last) for last in (False, True)] == [[], []]


@pytest.mark.parametrize(
    "template",
    [
        "<div><p>x</div>",
        "<div>x</div></div>",
        "{% if a %}<div>{% endif %}x</div>",
        "{% if a %}<b>x</b>{% else %}<i>x{% endif %}",
        "<ul>{% for x in y %}<li>{% endfor %}</ul>",
    ],
)
def test_unbalanced_templates_are_found(template):
    """What one of the two readings does not close."""
    assert any(markup.unbalanced(template, last=last) for last in (False, True))


@pytest.mark.parametrize(
    ("name", "text", "problems"),
    [
        (
            "pip.conf",
            "extra-index-url" + " = https://packages.example/simple\n",
            repository.registry_problems,
        ),
        ("requirements.txt", "django @ https://files.example/django.whl\n", repository.registry_problems),
        ("Dockerfile", "FROM " + "images.example.org/python:3.11\n", repository.registry_problems),
        ("key.pem", "-----BEGIN " + "PRIVATE KEY-----\n", repository.secret_problems),
        ("settings.py", "API_KEY = " + '"' + "k9" * 20 + '"\n', repository.secret_problems),
        (".env", "DATABASE_URL=postgres://portal" + ":geheim123@db/portal\n", repository.secret_problems),
    ],
)
def test_what_may_not_be_committed_is_found(monkeypatch, name, text, problems):
    """Addresses of registries, and secrets of several kinds."""
    monkeypatch.setattr(repository, "texts", lambda: [(repository.ROOT / name, text)])
    assert len(list(problems())) >= 1


def test_ordinary_files_are_not_accused(monkeypatch):
    """Placeholders and names of variables are no secrets."""
    text = (
        "SECRET_KEY: ${SECRET_KEY:?make one}\n"
        "DATABASE_URL: postgres://portal:${POSTGRES_PASSWORD:?make}@postgres/portal\n"
        "`postgres://user:password@host:5432/name`\n"
        "FROM python:3.11-slim AS build\nimage: versity/versitygw:v1\n"
        'password = models.CharField("wachtwoord", max_length=128)\n'
    )
    monkeypatch.setattr(repository, "texts", lambda: [(repository.ROOT / "docs" / "x.md", text)])
    assert list(repository.registry_problems()) == []
    assert list(repository.secret_problems()) == []


def test_feature_without_its_test_is_found(monkeypatch, tmp_path):
    """A row that names a test that is not there, or that says nothing."""
    table = tmp_path / "features.md"
    table.write_text("| x | `tests/test_tools.py::test_not_there` |\n| y | `tests/no/such.py` |\n")
    monkeypatch.setattr(repository, "FEATURES", table)
    assert len(list(repository.feature_problems())) == 2


def test_long_function_is_found(monkeypatch, tmp_path):
    """More than 40 lines, and more than five parameters."""
    path = sizes.ROOT / "portal" / "never_written.py"
    source = "def long(a, b, c, d, e, *, f):\n" + "    a += 1\n" * 41
    monkeypatch.setattr(sizes, "syntax_tree", lambda _: sizes.ast.parse(source))
    assert len(list(sizes._function_problems(path, source))) == 2


def test_a_download_that_came_along_is_found(tmp_path):
    """A file of megabytes in the repository is named; the largest that we write is not."""
    kept, wheel = tmp_path / "foto.png", tmp_path / "iets.whl"
    kept.write_bytes(bytes(files.LARGEST))
    wheel.write_bytes(bytes(files.LARGEST + 1))
    (problem,) = sizes._heavy([kept, wheel])
    assert problem.startswith("iets.whl: 2000001 bytes")


def test_services_leave_given_servers_alone(monkeypatch):
    """With both addresses given nothing is started."""
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://elsewhere/db")
    monkeypatch.setenv("TEST_REDIS_URL", "redis://elsewhere/0")
    with Services() as services:
        assert (services.environment, services.processes) == ({}, [])
        assert services.folder.exists()
    assert not services.folder.exists()


def test_services_start_and_remove_a_redis(monkeypatch):
    """A port of its own, answered by the process that was started; gone afterwards."""
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://elsewhere/db")
    monkeypatch.delenv("TEST_REDIS_URL", raising=False)
    with Services() as services:
        port = int(services.environment["TEST_REDIS_URL"].rpartition(":")[2].partition("/")[0])
        process = services.processes[0][0]
        assert redis_process_id(port) == process.pid
    assert process.returncode is not None
    assert redis_process_id(port) == 0
    assert redis_process_id(free_port()) == 0
