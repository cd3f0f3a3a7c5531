# SPDX-License-Identifier: EUPL-1.2
"""Pages on paper."""

import io
import sys

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from pypdf import PdfReader

from netwerk import pdf, uploads
from tests.factories import files

HTML = """<!doctype html><html lang="nl"><head><title>Bewijs RR-1</title></head><body>
<h1>Zorg én welzijn</h1><p>Eerste regel.</p><img src="{src}" alt="beeld"></body></html>"""


def test_a_page_becomes_a_pdf_with_structure_language_and_title():
    """Proves that the PDF says its language and title, is tagged for screen readers, and holds the text."""
    read = PdfReader(io.BytesIO(pdf.make_pdf(HTML.format(src=""))))
    assert read.root_object["/Lang"] == "nl"
    assert read.root_object["/MarkInfo"]["/Marked"]
    assert read.metadata.title == "Bewijs RR-1"
    assert "Zorg én welzijn" in read.pages[0].extract_text()


def test_a_page_on_paper_has_the_letters_of_the_house():
    """Proves that the PDF carries the fonts that the styles name: without them it silently takes others."""
    fonts = PdfReader(io.BytesIO(pdf.make_pdf(HTML.format(src="")))).pages[0]["/Resources"]["/Font"].values()
    names = " ".join(font.get_object()["/BaseFont"] for font in fonts)
    assert "Figtree" in names and "Source-Sans" in names


@pytest.mark.parametrize("src", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "../../etc/hostname"])
def test_a_page_fetches_nothing_from_elsewhere(src, monkeypatch):
    """Proves that an address in a page cannot make the server read another file or call another host."""
    opened = []
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda *args, **kwargs: opened.append(args))
    pdf.make_pdf(HTML.format(src=src))
    assert [str(args[1].full_url) for args in opened if "/fonts/" not in args[1].full_url] == []


def test_without_pango_the_page_itself_can_be_printed(monkeypatch):
    """Proves that a machine without Pango gives the same page as HTML, with its styles."""

    def missing(html):
        raise pdf.PdfUnavailable

    monkeypatch.setattr(pdf, "make_pdf", missing)
    response = pdf.respond(RequestFactory().get("/"), "paper/base.html", {}, "bewijs")
    assert response["Content-Type"].startswith("text/html")
    assert b"css/paper.css" in response.content


def test_a_missing_library_is_told_apart_from_a_mistake(monkeypatch):
    """Proves that the system's missing library is what makes PDFs unavailable, not any error."""

    class NoPango:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    with pytest.raises(pdf.PdfUnavailable):
        pdf.make_pdf(HTML)


def test_half_a_picture_stays_refused_after_a_pdf_was_made():
    """Proves that making a PDF does not let broken pictures in: its library takes half of one for a whole."""
    pdf.make_pdf(HTML.format(src=""))
    with pytest.raises(ValidationError, match="beschadigd"):
        uploads.clean_upload(files.upload("foto.png", files.picture(size=(90, 90))[:60]))
