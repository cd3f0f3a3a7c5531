# SPDX-License-Identifier: EUPL-1.2
"""Run as a program inside a production environment: fills the database and prepares what is measured.

Prints one JSON object: the paths, session cookies and query counts that `tools.bench` needs.
"""

import json
import secrets
import sys
from typing import Any

import django

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

from netwerk import demo, search  # noqa: E402
from netwerk.models import Dossier, User  # noqa: E402
from ruimte_in_de_regels.actions import drafts  # noqa: E402
from ruimte_in_de_regels.models import Publication  # noqa: E402

SCALE = """
INSERT INTO netwerk_dossier (kind, reference, title, state, previous_state, visibility, created_at,
    last_news_at, version, is_demo, due_at, indexed_version)
SELECT 'melding', 'SC-' || n, 'Knelpunt nummer ' || n,
    (ARRAY['received', 'in_intake', 'accepted', 'closed'])[1 + n %% 4], '', 'team',
    now() - n * interval '1 minute', now() - n * interval '1 minute', 0, true,
    CASE WHEN n %% 4 < 2 THEN current_date + (n %% 40) - 5 END, 0
FROM generate_series(1, %s) n;
INSERT INTO ruimte_in_de_regels_obstaclereport (dossier_ptr_id, story, goal, effect, domain, rule_text,
    rule_kind, rule_source, tried, idea, frequency, others_know, initiative, reporter_role, employer_may_know,
    publish_consent, ministry_may_contact, channel, next_desk, submission_key)
SELECT id, 'Verzonnen verhaal.', 'Doel.', '', 'care', '', '', '', '', '', '', '', '', '', 'no', 'later',
    false, 'web', '', gen_random_uuid() FROM netwerk_dossier WHERE reference LIKE 'SC-%%';
ANALYZE;
"""
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


def fill(scale: int) -> None:
    """Load starter content and demo data, and `scale` further reports."""
    call_command("load_starter_content", verbosity=0)
    demo.load(secrets.token_urlsafe(12), timezone.now())
    search.index_stale()
    with connection.cursor() as cursor:
        cursor.execute(SCALE, [scale])


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


def main(scale: int, sends: int) -> dict[str, Any]:
    """Prepare everything. Returns what the measurement needs."""
    fill(scale)
    session = team_session()
    case = Publication.objects.published().first()
    if case is None:
        raise SystemExit("the demo has no published case")
    paths = {
        "case": case.get_absolute_url() + UNKEPT,
        "tool": "/gereedschap/actieleren-in-15-stappen/" + UNKEPT,
        "cases": "/ruimte-in-de-regels/casussen/" + UNKEPT,
        "home": "/" + UNKEPT,
        "theme": "/themas/gezond-werken/" + UNKEPT,
        "desk_landing": "/ruimte-in-de-regels/" + UNKEPT,
        "search": "/zoeken/?q=stage",
        "queue": "/beheer/ruimte-in-de-regels/meldingen/",
        "home_kept": "/",
    }
    counts = {name: queries(path, session if name == "queue" else "") for name, path in paths.items()}
    counts["send"] = queries("/ruimte-in-de-regels/melden/4/", filled_draft(), privacy="on")
    return {
        "paths": paths,
        "queries": counts,
        "session": session,
        "drafts": [filled_draft() for _ in range(sends)],
        "dossiers": Dossier.objects.count(),
        "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
