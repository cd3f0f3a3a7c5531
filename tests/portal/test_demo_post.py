# SPDX-License-Identifier: EUPL-1.2
"""The demo mailbox: readable in demo mode, absent everywhere else, and harmless whatever is in a mail."""

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from portal.demo_post import read_mailbox

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EVIL = '<script>alert(1)</script><img src="https://elders.example/x.png"><p style="color:red">Dag</p>'

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(settings, tmp_path):
    """An empty mailbox in demo mode."""
    settings.DEMO_MODE = True
    settings.MAILBOX_DIR = settings.EMAIL_FILE_PATH = tmp_path / "post"
    return settings.MAILBOX_DIR


def send(*messages):
    """Send mails over one connection, as the worker does."""
    mail.get_connection(FILE_BACKEND).send_messages(messages)


def message(subject="Je melding is binnen", body="Volg hem op http://127.0.0.1:8000/l/abc/", html=""):
    """Make a mail to an example address."""
    made = EmailMultiAlternatives(subject, body, "post@portaal.example", ["noor@example.org"])
    if html:
        made.attach_alternative(html, "text/html")
    return made


def test_mailbox_lists_mails_and_opens_each(client, mailbox):
    """Two mails over one connection end up in one file, and are still two mails."""
    send(message("Eerste – met é"), message("Tweede"))
    page = client.get(reverse("demo_post"))
    assert page.status_code == 200
    assert "Eerste – met é" in page.content.decode() and "Tweede" in page.content.decode()
    for each in read_mailbox(mailbox):
        opened = client.get(reverse("demo_post_message", args=[each.key]))
        text = opened.content.decode()
        assert each.subject in text and "noor@example.org" in text
        assert 'href="http://127.0.0.1:8000/l/abc/"' in text


def test_mailbox_is_empty_before_the_first_mail(client, mailbox):
    """No folder yet is an empty mailbox and no error."""
    assert not mailbox.exists()
    assert "nog geen e-mail" in client.get(reverse("demo_post")).content.decode()


def test_mailbox_is_never_kept_or_found(client, mailbox):
    """No cache keeps it and no search engine lists it."""
    answer = client.get(reverse("demo_post"))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize(("demo", "production"), [(False, False), (True, True)])
def test_mailbox_does_not_exist_outside_demo_mode(client, mailbox, settings, demo, production):
    """Neither the list nor a mail, also when files happen to lie there."""
    send(message())
    key = read_mailbox(mailbox)[0].key
    settings.DEMO_MODE, settings.PRODUCTION = demo, production
    addresses = [
        reverse("demo_post"),
        *(reverse(f"demo_post_{name}", args=[key]) for name in ("message", "html")),
    ]
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_html_of_a_mail_runs_under_its_own_narrow_policy(client, mailbox):
    """It may style itself; scripts, forms and other hosts are refused by the browser."""
    send(message(html=EVIL))
    answer = client.get(reverse("demo_post_html", args=[read_mailbox(mailbox)[0].key]))
    policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "'self' data:"
    assert "allow-scripts" not in policy["sandbox"] and "allow-same-origin" not in policy["sandbox"]
    assert "script-src" not in policy


def test_text_of_a_mail_is_only_text(client, mailbox):
    """Markup in subject or body is shown, not run."""
    send(message(EVIL, EVIL))
    page = client.get(reverse("demo_post_message", args=[read_mailbox(mailbox)[0].key])).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("key", ["niets", "..", "..%2f..%2fsecrets", "%2e%2e", "secrets-0", "a" * 300])
def test_only_a_mail_that_is_there_opens(client, mailbox, key):
    """A key is looked up among the mails; it is never part of a path."""
    send(message())
    (mailbox.parent / "secrets.log").write_text("Subject: geheim\n\ngeheim")
    assert client.get(f"/demo-post/{key}/").status_code == 404


def test_a_damaged_file_does_not_close_the_mailbox(client, mailbox):
    """Half a mail, no mail at all, a charset nobody knows: the others stay readable."""
    send(message("Heel"))
    (mailbox / "20990101-000000-1.log").write_bytes(b"\xff\xfe\x00 rommel")
    (mailbox / "20990101-000000-2.log").write_bytes(b"")
    broken = b"Subject: Kapot\nContent-Type: text/plain; charset=bestaat-niet\nDate: gisteren\n\nd\xe9"
    (mailbox / "20990101-000000-3.eml").write_bytes(broken)
    page = client.get(reverse("demo_post")).content.decode()
    assert "Heel" in page and "Kapot" in page
    assert client.get(reverse("demo_post_message", args=["20990101-000000-3-0"])).status_code == 200


def test_the_time_of_a_mail_is_dutch_time(client, mailbox):
    """Django writes the time of the world without naming a zone; the mailbox shows ours, an hour later."""
    mailbox.mkdir()
    head = b"Subject: Tijd\nTo: noor@example.org\n"
    (mailbox / "20261122-102121-1.log").write_bytes(head + b"Date: Sun, 22 Nov 2026 09:21:21 -0000\n\nDag")
    assert "22 november 2026, 10.21 uur" in client.get(reverse("demo_post")).content.decode()
