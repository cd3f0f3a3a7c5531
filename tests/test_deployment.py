# SPDX-License-Identifier: EUPL-1.2
"""What is deployed: the files that describe it agree, and the very commands in them work."""

import hashlib
import http.client
import importlib.util
import json
import os
import re
import secrets
import shlex
import shutil
import subprocess
import sys
import time

import pytest
import yaml
from celery import Celery
from django.db import connection
from django.urls import resolve

from deploy.probe import PORT
from portal.fingerprint import ROOT
from tools.processes import start, stop
from tools.services import free_port

HOST = "portaal.example"
PATIENCE = 90
SETTINGS = (ROOT / "portal" / "settings.py").read_text()
VARIABLE = re.compile(r"""\benv(?:\.\w+)?\(\s*"([A-Z][A-Z0-9_]*)\"""")
# Read by the client of the file store itself, not by our settings.
STORE = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"}
SECRET = re.compile(r"SECRET|PASSWORD|_KEY$")


@pytest.fixture(scope="module")
def compose():
    """The services of docker-compose.yml."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def dockerfile():
    """Return the Dockerfile with its continued lines joined."""
    return (ROOT / "Dockerfile").read_text().replace("\\\n", " ")


def web_command():
    """Return the command of the image."""
    return json.loads(re.findall(r"^CMD (\[.*\])$", dockerfile(), re.M)[-1])


def variables():
    """Return every variable that the settings read."""
    return set(VARIABLE.findall(SETTINGS))


def documented(heading):
    """Return the variables that one part of docs/omgeving.md describes."""
    part = (ROOT / "docs" / "omgeving.md").read_text().partition(heading)[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", part, re.M))


def test_every_variable_of_the_settings_is_documented():
    """And nothing is documented that the settings do not read."""
    assert len(variables()) > 15
    assert documented("## Read by the portal") == variables()


def test_compose_gives_every_required_variable_and_no_unknown_one(compose):
    """What production cannot do without is given; what is given is read."""
    given = set(compose["web"]["environment"])
    assert given - STORE <= variables()
    assert STORE <= given
    assert required() <= given


def required():
    """Return the variables without which production refuses to start, by trying each."""
    script = (
        "import os, runpy, sys\n"
        "for name in sys.argv[1:]:\n"
        "    value = os.environ.pop(name)\n"
        "    try: runpy.run_path('portal/settings.py')\n"
        "    except Exception as error: print(name, type(error).__name__)\n"
        "    os.environ[name] = value\n"
    )
    settings = production("sqlite://:memory:", "redis://127.0.0.1:1/0")
    command = [sys.executable, "-c", script, *(name for name in settings if name in variables())]
    done = subprocess.run(
        command, cwd=ROOT, env={**clean(), **settings}, capture_output=True, text=True, check=True
    )
    refused = dict(line.split() for line in done.stdout.splitlines())
    assert set(refused.values()) <= {"ImproperlyConfigured"}
    # Without a mode the portal is the embedded one, which would look fine and be wrong.
    return set(refused) | {"PORTAL_MODE"}


def test_production_refuses_secrets_that_are_none():
    """Too short, or still the word from an example."""
    for bad in ("kort", "change-me-" + "x" * 40):
        settings = {**production("sqlite://:memory:", "redis://127.0.0.1:1/0"), "SECRET_KEY": bad}
        command = [sys.executable, "-c", "import runpy; runpy.run_path('portal/settings.py')"]
        done = subprocess.run(
            command, cwd=ROOT, env={**clean(), **settings}, capture_output=True, text=True, check=False
        )
        assert done.returncode != 0
        assert "ImproperlyConfigured" in done.stderr


def test_compose_has_no_default_for_a_secret(compose):
    """A secret that is not given stops the start with a sentence."""
    for service in compose.values():
        for name, value in service.get("environment", {}).items():
            if SECRET.search(name):
                assert re.fullmatch(r"\$\{\w+:\?[^}]+\}", str(value)), name
            assert not re.search(r"://[^$@/]+:[^$@]+@", str(value)), name


def test_compose_has_the_shape_of_production(compose):
    """Two web containers behind a proxy, workers, one beat, and what they need."""
    expected = {"proxy", "web", "worker", "beat", "migrate", "postgres", "redis", "media", "mail"}
    assert expected <= set(compose)
    assert compose["web"]["deploy"]["replicas"] == 2
    assert "deploy" not in compose["beat"]
    for name in ("web", "worker", "beat"):
        needs = compose[name]["depends_on"]
        assert needs["migrate"] == {"condition": "service_completed_successfully"}
        assert needs["postgres"] == needs["redis"] == {"condition": "service_healthy"}
    assert all("ports" not in compose[name] for name in ("web", "postgres", "redis", "media"))


def test_ports_agree(compose):
    """The image, its health check and the proxy speak of one port."""
    proxy = (ROOT / "deploy" / "nginx.conf.template").read_text()
    assert f"EXPOSE {PORT}" in dockerfile()
    assert f"0.0.0.0:{PORT}" in web_command()
    assert f"server web:{PORT};" in proxy
    inside = {port.split(":")[1] for port in compose["proxy"]["ports"]}
    assert inside == set(re.findall(r"listen (\d+)", proxy))
    assert re.search(r"--port :(\d+)", compose["media"]["command"])[1] in proxy
    assert compose["web"]["environment"]["MEDIA_S3_ENDPOINT"].endswith(":7070")


def test_image_runs_as_nobody_special_and_is_checked():
    """Not root, with a health check on an address that exists, and with the locked packages."""
    text = dockerfile()
    assert re.search(r"^USER (?!root)\w+$", text, re.M)
    assert text.index("USER portal") < text.index("HEALTHCHECK")
    assert "deploy/probe.py" in text
    assert "/gezondheid/" in (ROOT / "deploy" / "probe.py").read_text()
    assert resolve("/gezondheid/").view_name == "health_live"
    assert text.count("--require-hashes") == 1
    assert "-r /tmp/requirements.txt" in text and "-r /tmp/requirements-prod.txt" in text
    assert "collectstatic" in text


def test_image_holds_every_app_and_nothing_private():
    """The list of what goes in names each folder the portal needs."""
    allowed = set(re.findall(r"^!([^\s*]+)", (ROOT / ".dockerignore").read_text(), re.M))
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert (apps | {"manage.py", "templates", "static", "requirements.txt"}) <= allowed
    assert not {"tests", "tools", "data", ".git", ".env"} & allowed


def test_makefile_calls_what_exists():
    """Each target is explained, and each program it names is there."""
    text = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", text, re.M))
    assert targets == set(re.findall(r"^\.PHONY: (.*)$", text, re.M)[0].split())
    assert targets == set(re.findall(r"^([a-z]+):.*## ", text, re.M))
    for module in re.findall(r"-m (tools\.\w+)", text):
        assert importlib.util.find_spec(module), module
    assert (ROOT / "tools" / "bootstrap.py").exists()
    calls = re.findall(r"^\s*make (\w+)", (ROOT / ".ci" / "run").read_text(), re.M)
    assert calls == ["check", "test"] and set(calls) <= targets
    assert set(re.findall(r"^make (\w+) ", (ROOT / "README.md").read_text(), re.M)) <= targets


def clean():
    """Return an environment without anything of the tests."""
    known = ("PATH", "HOME", "LANG", "TMPDIR", "COVERAGE_PROCESS_CONFIG")
    return {name: os.environ[name] for name in known if name in os.environ}


def production(database, broker):
    """Return the variables of a production installation."""
    return {
        "PORTAL_MODE": "production",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "LINK_KEY": secrets.token_urlsafe(48),
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "DATABASE_URL": database,
        "REDIS_URL": broker,
        "EMAIL_URL": "smtp://127.0.0.1:1",
    }


@pytest.fixture(scope="module")
def static_files():
    """The static files as the image has them: hashed and compressed, kept until one of them changes."""
    ours = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted(ours):
        digest.update(str(path).encode() + path.read_bytes())
    folder = ROOT / "var" / "test-static" / digest.hexdigest()[:20]
    if not (folder / "staticfiles.json").exists():
        shutil.rmtree(folder.parent, ignore_errors=True)
        settings = {**production("sqlite://:memory:", "redis://127.0.0.1:1/0"), "STATIC_ROOT": str(folder)}
        command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        assert " ".join(command[1:]) in dockerfile()
        environment = {**clean(), **settings}
        environment.pop("COVERAGE_PROCESS_CONFIG", None)  # none of it is ours, and it takes twice as long
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder


@pytest.fixture(scope="module")
def installation(django_db_setup, static_files, compose, tmp_path_factory):
    """The environment of a production installation on the test servers, with a database of its own."""
    if connection.vendor != "postgresql" or not os.environ.get("TEST_REDIS_URL"):
        pytest.skip("production runs on PostgreSQL and Redis")
    name = f"aln_production_{os.getpid()}"
    folder = str(tmp_path_factory.mktemp("production"))
    broker = os.environ["TEST_REDIS_URL"].rpartition("/")[0] + "/9"
    database = django_db_setup.copy(name)
    settings = {**production(database, broker), "DATA_DIR": folder, "STATIC_ROOT": str(static_files)}
    environment = {**clean(), **settings}
    program, *arguments = shlex.split(compose["migrate"]["command"])
    assert program == "python"
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)
    yield environment
    django_db_setup.drop(name)


@pytest.fixture(scope="module")
def running(installation, compose, tmp_path_factory):
    """The production commands, all three at once; and where their output goes."""
    folder, port = tmp_path_factory.mktemp("output"), free_port()
    commands = {
        "web": [part.replace(f"0.0.0.0:{PORT}", f"127.0.0.1:{port}") for part in web_command()],
        "worker": shlex.split(compose["worker"]["command"]),
        "beat": [part.replace("/tmp/", f"{folder}/") for part in shlex.split(compose["beat"]["command"])],
    }
    processes = {}
    try:
        for name, command in commands.items():
            with (folder / f"{name}.log").open("w") as log:
                processes[name] = start(
                    [sys.executable, "-m", *command], cwd=ROOT, env=installation, stdout=log, stderr=log
                )
        yield {"port": port, "folder": folder, "processes": processes, "broker": installation["REDIS_URL"]}
    finally:
        for process in processes.values():
            stop(process)


def wait_for(condition, running, what):
    """Wait until the condition holds; show what the programs said when it never does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    logs = "\n".join(path.read_text()[-2000:] for path in running["folder"].glob("*.log"))
    raise AssertionError(f"Waited {PATIENCE} seconds for {what}:\n{logs}")


def ask(port, path, **headers):
    """Ask the running web server for an address; None while nobody answers."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        asking.request("GET", path, headers={"Host": HOST, **headers})
        answer = asking.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    except OSError:
        return None
    finally:
        asking.close()


def test_production_commands_serve(running):
    """gunicorn answers, ready on PostgreSQL and Redis; visitors without TLS are sent to https."""
    wait_for(lambda: ask(running["port"], "/gezondheid/"), running, "the web server")
    status, body, _ = ask(running["port"], "/gezondheid/klaar/")
    assert (status, json.loads(body)["checks"]) == (
        200,
        dict.fromkeys(["database", "migrations", "outbox", "broker"], "ok"),
    )
    status, _, headers = ask(running["port"], "/")
    assert (status, headers["Location"]) == (301, f"https://{HOST}/")


def test_production_pages_are_whole(running):
    """Behind the proxy the pages come with hashed style that stays in the browser's cache for good."""
    secure = {"X-Forwarded-Proto": "https"}
    wait_for(lambda: ask(running["port"], "/gezondheid/"), running, "the web server")
    for path, expected in (
        ("/", 200),
        ("/account/login/", 200),
        ("/bestaat-niet/", 404),
        ("/demo-post/", 404),
    ):
        status, body, headers = ask(running["port"], path, **secure)
        assert (path, status) == (path, expected)
        assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
        assert "Content-Security-Policy" in headers
    style = re.search(rb"/static/css/site\.[0-9a-f]{12}\.css", body)[0].decode()
    status, _, headers = ask(running["port"], style, **secure)
    assert (status, "immutable" in headers["Cache-Control"]) == (200, True)


def test_production_worker_does_work_and_beat_plans_it(running):
    """A task that is sent is done, and beat has read its table."""
    log = running["folder"] / "worker.log"
    wait_for(lambda: " ready." in log.read_text(), running, "the worker")
    with Celery(broker=running["broker"], set_as_current=False) as sender:
        sender.send_task("netwerk.tasks.deliver_outbox")
    wait_for(
        lambda: "deliver_outbox" in log.read_text() and "succeeded" in log.read_text(), running, "the task"
    )
    beat = running["folder"] / "beat.log"
    wait_for(lambda: "beat: Starting" in beat.read_text(), running, "beat")
    assert [name for name, process in running["processes"].items() if process.poll() is not None] == []


def test_production_commands_stop_when_asked(running):
    """On SIGTERM each ends by itself within the time a container gets."""
    for process in running["processes"].values():
        stop(process, patience=20)
        assert process.returncode in {0, -15}
