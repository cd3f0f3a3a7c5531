# SPDX-License-Identifier: EUPL-1.2
"""The base of every form: what it accepts, what it says, and what a screen reader hears."""

import re
from datetime import date

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test.html import parse_html
from django.utils.datastructures import MultiValueDict

from netwerk.forms import PortalForm
from netwerk.models import User
from netwerk.widgets import CheckCards, DateField3, MultiFileField, PlainSelect, RadioCards

DAY = {"day_dag": "3", "day_maand": "12", "day_jaar": "2026"}


class Sample(PortalForm):
    """One field of each kind."""

    story = forms.CharField(
        label="Wat gebeurde er?", help_text="Kort", max_length=20, min_length=5, widget=forms.Textarea
    )
    name = forms.CharField(label="Naam", required=False, max_length=5)
    domain = forms.ChoiceField(
        label="Domein",
        choices=[("zorg", "Zorg"), ("welzijn", "Welzijn")],
        widget=RadioCards(columns=2, hints={"zorg": "Ook jeugd"}),
        error_messages={"required": "Kies waar het over gaat."},
    )
    themes = forms.MultipleChoiceField(label="Thema", choices=[("a", "A")], widget=CheckCards, required=False)
    day = DateField3(label="Dag", required=False)
    agreed = forms.BooleanField(label="Akkoord")


def filled(**changes: str) -> Sample:
    """A form that is right, but for the changes."""
    data = QueryDict(mutable=True)
    data.update({"story": "Lang genoeg", "domain": "zorg", "agreed": "on", **DAY, **changes})
    return Sample(data)


def tag(html: str, pattern: str) -> str:
    """The first opening tag that matches."""
    found = re.search(f"<[^>]*{pattern}[^>]*>", html)
    assert found, pattern
    return found.group()


def test_description_is_read_as_hint_error_counter():
    """Proves the order in which a screen reader hears what belongs to a field."""
    html = str(filled(story="kort")["story"])
    assert 'aria-describedby="id_story_helptext id_story_error id_story_count"' in html
    assert 'aria-invalid="true"' in html
    whole = str(filled(story="kort"))
    order = [whole.index(f'id="id_story_{part}"') for part in ("helptext", "error", "count")]
    assert order == sorted(order)
    assert order[1] < whole.index("<textarea") < order[2]


def test_the_browser_does_not_check_or_cut():
    """Proves that required is told and not enforced by the browser, and that no text is cut off."""
    html = str(filled())
    assert not re.search(r"\s(required|maxlength|minlength)\b", re.sub(r'aria-required="true"', "", html))
    assert 'aria-required="true"' in tag(html, 'id="id_story"')
    assert 'data-counter="20"' in tag(html, 'id="id_story"')
    assert "Minstens 5 tekens, hoogstens 20" in html


def test_optional_is_said_and_required_is_not():
    """Proves the one marker of the site: "(niet verplicht)"."""
    html = str(Sample())
    assert re.search(r'for="id_name">Naam <span class="optional">\(niet verplicht\)</span>', html)
    assert re.search(r'for="id_story">Wat gebeurde er\?\s*</label>', html)


def test_choices_are_a_group_with_a_legend():
    """Proves that radio cards have one question, which carries required, invalid and description."""
    html = str(filled(domain=""))
    group = tag(html, 'role="radiogroup"')
    assert 'aria-required="true"' in group
    assert 'aria-invalid="true"' in group
    assert 'aria-describedby="id_domain_error"' in group
    assert "aria-invalid" not in tag(html, 'id="id_domain_0"')
    assert "<small>Ook jeugd</small>" in html
    assert "choices--2" in html


def test_error_summary_leads_to_the_control_with_the_same_sentence():
    """Proves that each line of the summary repeats the field's error and links to a control."""
    form = filled(domain="", story="kort", agreed="")
    html = str(form)
    assert [line.target for line in form.error_summary] == ["id_story", "id_domain_0", "id_agreed"]
    for line in form.error_summary:
        assert f'id="{line.target}"' in html
        assert line.text in html
    summary = render_to_string("components/error_summary.html", {"form": form})
    assert '<a href="#id_domain_0">Kies waar het over gaat.</a>' in summary
    assert 'tabindex="-1"' in summary


def test_no_summary_without_errors():
    """Proves that a right or an empty form shows no summary."""
    for form in (filled(), Sample(), None):
        assert "error-summary" not in render_to_string("components/error_summary.html", {"form": form})


def test_null_byte_is_refused_in_plain_words_and_not_shown_again():
    """Proves that a null byte gives a clear sentence, and that the page comes back without it."""
    form = filled(story="goede\x00 tekst")
    assert "onleesbaar teken in ‘Wat gebeurde er?’" in form.errors["story"][0]
    assert "\x00" not in str(form)
    assert "goede tekst" in str(form)


def test_too_long_says_how_much_must_go():
    """Proves the sentence for one and for more characters too many, with the field's name."""
    assert filled(story="x" * 21).errors["story"] == [
        "Maak je tekst korter bij ‘Wat gebeurde er?’. Je hebt 1 teken te veel."
    ]
    assert filled(name="x" * 125).errors["name"] == [
        "Maak je tekst korter bij ‘Naam’. Je hebt 120 tekens te veel."
    ]


def test_a_line_end_counts_once():
    """Proves that the line ends of a browser do not make a fitting text too long."""
    form = filled(story="\r\n".join(["12345"] * 3))  # 17 with single line ends, 19 with double
    assert form.is_valid()
    assert form.cleaned_data["story"] == "12345\n12345\n12345"
    assert filled(story="1234\r\n" * 3 + "12345").is_valid()  # 20 counted once, 23 as sent


def test_odd_input_is_put_right_or_kept():
    """Proves that control characters go, accents become one form, and emoji and right-to-left stay."""
    for typed, kept in (("cafe\u0301 \x07ok", "café ok"), ("שלום 👩‍⚕️ <b>", "שלום 👩‍⚕️ <b>")):
        form = filled(story=typed)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["story"] == kept
    assert "&lt;b&gt;" in str(filled(story="<b>vet</b>"))


def test_own_sentences_win_over_ours():
    """Proves that a form can say it better than the base."""
    assert filled(domain="").errors["domain"] == ["Kies waar het over gaat."]
    assert filled(domain="x").errors["domain"] == ["Kies een van de antwoorden bij ‘Domein’."]
    assert filled(story="").errors["story"] == ["Beantwoord de vraag ‘Wat gebeurde er?’"]
    assert filled(agreed="").errors["agreed"] == ["Zet een vinkje bij ‘Akkoord’."]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("3", "12", "2026"), date(2026, 12, 3)),
        ((" 03 ", "dec", "2026"), date(2026, 12, 3)),
        (("1", "Maart", "2027"), date(2027, 3, 1)),
        (("", "", ""), None),
    ],
)
def test_date_takes_what_people_type(parts, expected):
    """Proves that stray spaces, zeros and month names are fine, and that empty is no date."""
    form = filled(**dict(zip(DAY, parts, strict=True)))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == expected


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("31", "2", "2026"), "Deze datum bestaat niet. Kijk de dag en de maand na."),
        (("3", "", "2026"), "Vul ook de maand in."),
        (("3", "", ""), "Vul ook de maand en het jaar in."),
        (("3", "12", "26"), "Schrijf het jaar met vier cijfers, zoals 2026."),
        (("drie", "12", "2026"), "Schrijf de datum in cijfers, zoals 27 9 2026."),
        (("3", "ju", "2026"), "Schrijf de datum in cijfers, zoals 27 9 2026."),
        (("3", "12", "0000"), "Deze datum bestaat niet. Kijk de dag en de maand na."),
        (("²", "12", "2026"), "Schrijf de datum in cijfers, zoals 27 9 2026."),
    ],
)
def test_date_says_what_is_wrong(parts, sentence):
    """Proves that each kind of wrong date has its own sentence, and that what was typed stays."""
    form = filled(**dict(zip(DAY, parts, strict=True)))
    assert form.errors["day"] == [sentence]
    assert form.error_summary[0].target == "id_day_0"
    assert f'value="{parts[0]}"' in str(form)


def test_date_in_the_form_of_a_kept_value():
    """Proves that a date that was kept fills the three fields, and is not seen as changed."""
    form = Sample(initial={"day": date(2026, 12, 3)})
    assert re.search(r'name="day_maand" value="12"', str(form["day"]))
    assert not DateField3().has_changed(date(2026, 12, 3), ["3", "12", "2026"])
    assert DateField3().has_changed(None, ["3", "12", "2026"])


class Files(PortalForm):
    """A form with files."""

    files = MultiFileField(label="Bijlagen", max_count=2)


def test_files_are_a_list_and_counted():
    """Proves that several files come in as a list, with a limit, an empty check and a sentence."""
    some = [SimpleUploadedFile(f"{n}.pdf", b"x") for n in range(3)]
    assert Files({}, MultiValueDict({"files": some[:2]})).is_valid()
    assert Files({}, MultiValueDict({"files": some})).errors["files"] == ["Kies hoogstens 2 bestanden."]
    assert Files({}, {}).errors["files"] == ["Kies een bestand bij ‘Bijlagen’."]
    empty = MultiValueDict({"files": [SimpleUploadedFile("a.pdf", b"")]})
    assert Files({}, empty).errors["files"] == ["Dit bestand is leeg. Kies een ander bestand."]


@pytest.mark.django_db
def test_empty_line_of_a_drop_down_has_words():
    """Proves that nobody is shown a row of dashes to choose from."""

    class Choice(PortalForm):
        rule = forms.ChoiceField(choices=[("", "---------"), ("wet", "Wet")], required=False)
        person = forms.ModelChoiceField(User.objects.none(), required=False)

    html = str(Choice())
    assert "---" not in html
    assert html.count("Maak een keuze") == 2


def test_plain_list_shows_what_djangos_own_shows():
    """A list drawn in one go has the options, choice and attributes of Django's; words are escaped."""
    choices = [("", "Alles"), ("a&b", "<b>Zorg & welzijn</b>"), (7, 'Zeven "7"')]
    for value in (None, "", "a&b", 7, "7", "weg"):
        drawn = [
            kind(choices=choices).render("keuze", value, {"id": "id_keuze", "required": True})
            for kind in (PlainSelect, forms.Select)
        ]
        ours, theirs = (parse_html(html) for html in drawn)
        assert ours == theirs
        assert "<b>" not in drawn[0]


def test_whole_form_component_has_a_token_and_no_browser_checks(rf):
    """Proves that the form component brings the token, novalidate and one button."""
    html = render_to_string(
        "components/form.html", {"form": Sample(), "submit": "Verder"}, request=rf.get("/")
    )
    assert "csrfmiddlewaretoken" in html
    assert "novalidate" in html
    assert html.count("<button") == 1
