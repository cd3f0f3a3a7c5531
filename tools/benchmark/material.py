# SPDX-License-Identifier: EUPL-1.2
"""Run as a program inside a production environment: fills the database and prepares what is measured.

Prints one JSON object: the paths, session cookies and query counts that `tools.bench` needs.
"""

import json
import re
import secrets
import statistics
import sys
import time
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

import django
import psutil

django.setup()

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as RECORDS  # noqa: E402
from allauth.account.internal.flows.login import (  # noqa: E402
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as RECORDS_OF,
)
from allauth.account.models import EmailAddress  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from koplopers.models import Initiative  # noqa: E402
from netwerk import demo  # noqa: E402
from netwerk import scale as scale_up  # noqa: E402
from netwerk.models import Dossier, SearchDocument, User  # noqa: E402
from netwerk.similar import Text, similar  # noqa: E402
from netwerk.tasks import index_dossiers  # noqa: E402
from portal.pages.models import ArticlePage  # noqa: E402
from ruimte_in_de_regels.actions import drafts  # noqa: E402
from ruimte_in_de_regels.actions.reports import VISITOR  # noqa: E402
from ruimte_in_de_regels.models import ObstacleReport, Publication  # noqa: E402
from tools.benchmark.goals import needs_team  # noqa: E402

UNKEPT = "?x=1"
"""Addresses with an unknown parameter are never kept, so this measures the page itself."""
ANSWERS = {
    "1": {
        "story": "Onze leerlingen mogen in de zomer geen stage lopen.",
        "goal": "Stage.",
        "domain": "mixed",
    },
    "2": {},
    "3": {
        "email": "melder@voorbeeld.example",
        "employer_may_know": "no",
        "publish_consent": "later",
        "ministry_may_contact": "False",
        "themes": [],
    },
}


def fill(scale: int) -> dict[str, float]:
    """Load starter content and the demo, and copy it to `scale` dossiers. Returns what that cost (P11)."""
    call_command("load_starter_content", verbosity=0)
    demo.load(secrets.token_urlsafe(12), timezone.now())
    there, before = Dossier.objects.count(), cpu()
    for _ in scale_up.grow(scale):
        pass
    copied, spent = Dossier.objects.count() - there, cpu() - before
    before = cpu()
    indexed = index_dossiers()
    index_ms = (cpu() - before) * 1000 / indexed
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return {"copies_a_second": copied / spent, "index_ms": index_ms}


def cpu() -> float:
    """Return the CPU-seconds of this process and of the database process that serves it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = psutil.Process(cursor.fetchone()[0]).cpu_times()
    return time.process_time() + server.user + server.system


def similar_ms() -> float:
    """Return in how many ms what looks like a report is found, for 95 of 100 stories of reporters."""
    stories = ObstacleReport.objects.filter(is_demo=True, reference__regex=scale_up.BASE).order_by("pk")
    taken = []
    for story in stories.values_list("story", flat=True):
        before = time.perf_counter()
        similar(Text(story), VISITOR)
        taken.append((time.perf_counter() - before) * 1000)
    return statistics.quantiles(taken, n=20)[-1]


def search_words() -> dict[str, str]:
    """Return what is searched for (P6), chosen by how many documents hold it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, ndoc FROM ts_stat('SELECT vector FROM netwerk_searchdocument') "
            "WHERE word ~ '^[a-z]{4,}$'"
        )
        found = dict(cursor.fetchall())
    total = SearchDocument.objects.count()

    def nearest(share: float, among: Iterable[str]) -> str:
        return min(sorted(among), key=lambda word: abs(found[word] / total - share))

    some = nearest(0.04, found)
    beside = SearchDocument.objects.filter(terms__contains=f" {some} ").order_by("pk").first()
    others = {word for word in (beside.terms.split() if beside else ()) if word in found} - {some}
    return {
        "search_rare": nearest(0, found),
        "search_none": "qxzzyvw",
        "search_some": some,
        "search_two": f"{some} {nearest(0.2, others)}",
        "search_most": nearest(0.85, found),
    }


def team_session() -> str:
    """Return the session key of a team member who used a second factor."""
    user = User.objects.create_user("meting@demo.example", None, first_name="Meting")
    user.groups.add(Group.objects.get(name="team"))
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    # Where allauth keeps with what this session was opened, and by whom.
    session[RECORDS_OF] = str(user.pk)
    session[RECORDS] = [{"method": "mfa", "type": "totp", "at": timezone.now().timestamp()}]
    session.create()
    return str(session.session_key)


def filled_draft() -> str:
    """Return the session key of a visitor who only has to press the last button."""
    draft = drafts.start_draft(timezone.now())
    draft.answers, draft.reached = ANSWERS, 4
    draft.save()
    session = SessionStore()
    session["report_draft"] = str(draft.pk)
    session.create()
    return str(session.session_key)


def queries(path: str, session: str = "", **post: str) -> int:
    """Return the number of statements of a warm request, transaction statements left out."""
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0], "x-forwarded-proto": "https"})
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    if not post:
        client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(path, post) if post else client.get(path)
    if answer.status_code != (302 if post else 200):
        raise SystemExit(f"{path}: {answer.status_code}")
    own = [
        query
        for query in captured
        if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
    ]
    return len(own)


QUEUE = "/beheer/ruimte-in-de-regels/meldingen/"
REGISTER = "/koplopers/overzicht/"
QUEUES = {
    "queue": QUEUE,
    "queue_state": f"{QUEUE}?stand=in_intake",
    "queue_person": f"{QUEUE}?wie=niemand",
    "queue_term": f"{QUEUE}?termijn=te-laat",
    "queue_theme": f"{QUEUE}?thema=gezond-werken",
    "queue_sector": f"{QUEUE}?sector=onderwijs",
    "queue_words": f"{QUEUE}?zoek=stage+leerling",
    "queue_by_reference": f"{QUEUE}?ordering=-kenmerk",
    "queue_by_arrival": f"{QUEUE}?ordering=-binnen",
    "queue_by_news": f"{QUEUE}?ordering=-nieuws",
}
"""The team's queue, as it opens, with each filter and in each order."""


def addresses() -> dict[str, str]:
    """Return the address of everything that is measured, by its name in `goals`.

    Raises SystemExit when the demo has no published case.
    """
    case, initiative = Publication.objects.published().first(), Initiative.objects.listed().first()
    if case is None or initiative is None:
        raise SystemExit("the demo shows no case or no initiative")
    parts = Client(headers={"host": settings.ALLOWED_HOSTS[0], "x-forwarded-proto": "https"}).get(
        "/sitemap.xml"
    )
    last_part = re.findall(r"(/sitemap-dossiers-\d+\.xml)", parts.content.decode())[-1]
    return {
        "case": case.get_absolute_url() + UNKEPT,
        "initiative": initiative.get_absolute_url() + UNKEPT,
        "article": ArticlePage.objects.live().order_by("pk")[0].get_url() + UNKEPT,
        "tool": "/gereedschap/actieleren-in-15-stappen/" + UNKEPT,
        "cases": "/ruimte-in-de-regels/casussen/" + UNKEPT,
        "register": REGISTER + UNKEPT,
        "register_far": f"{REGISTER}?pagina=40&x=1",
        "register_phase": f"{REGISTER}?fase=pilot",
        "feed": "/feeds/casussen.xml" + UNKEPT,
        "sitemap": "/sitemap.xml" + UNKEPT,
        "sitemap_part": last_part + UNKEPT,
        "home": "/" + UNKEPT,
        "theme": "/themas/gezond-werken/" + UNKEPT,
        "desk_landing": "/ruimte-in-de-regels/" + UNKEPT,
        "home_kept": "/",
        **{name: f"/zoeken/?{urlencode({'q': words})}" for name, words in search_words().items()},
        **QUEUES,
        "overview": "/mijn/",
        "admin": "/beheer/",
    }


def main(scale: int, sends: int) -> dict[str, Any]:
    """Prepare everything. Returns what the measurement needs."""
    bulk = fill(scale)
    bulk["similar_ms"] = similar_ms()
    session = team_session()
    paths = addresses()
    counts = {name: queries(path, session if needs_team(name) else "") for name, path in paths.items()}
    counts["send"] = queries("/ruimte-in-de-regels/melden/4/", filled_draft(), privacy="on")
    return {
        "paths": paths,
        "queries": counts,
        "bulk": bulk,
        "session": session,
        "drafts": [filled_draft() for _ in range(sends)],
        "dossiers": Dossier.objects.count(),
        "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
