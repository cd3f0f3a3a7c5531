# SPDX-License-Identifier: EUPL-1.2
"""Pages on paper: one template, as an accessible PDF, or to print yourself where PDFs cannot be made.

WeasyPrint needs Pango from the system and takes seconds to load. It is imported when the first PDF is
asked for; without Pango the reader gets the same page as HTML.
"""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from PIL import ImageFile

logger = logging.getLogger(__name__)

STATIC = Path(settings.BASE_DIR) / "static"
STYLES = STATIC / "css" / "paper.css"


class PdfUnavailable(Exception):
    """This machine cannot make PDFs: a library of the system is missing."""


def make_pdf(html: str) -> bytes:
    """Return a page as PDF/UA: with structure, language and title for who does not read by eye.

    Nothing is fetched but our own styles and fonts.

    Raises:
        PdfUnavailable: Pango is not on this machine.
    """
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise PdfUnavailable from error
    # Without a common set of fonts the ones that our styles name are passed over without a word.
    # WeasyPrint tells Pillow, for the whole process, to take half a picture for a whole one.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    fetcher, fonts = _own_files(weasyprint), FontConfiguration()
    styles = weasyprint.CSS(filename=str(STYLES), url_fetcher=fetcher, font_config=fonts)
    page = weasyprint.HTML(string=html, url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=[styles], pdf_variant="pdf/ua-1", font_config=fonts))


def _own_files(weasyprint: Any) -> Any:
    """Return a fetcher that reads from our static folder, and from nowhere else."""

    class OwnFiles(weasyprint.urls.URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(STATIC.as_uri() + "/"):
                raise ValueError("a page on paper fetches nothing from elsewhere")
            return super().fetch(url, headers)

    return OwnFiles(allowed_protocols={"file"})


def respond(request: HttpRequest, template: str, context: Mapping[str, Any], name: str) -> HttpResponse:
    """Answer with a page as PDF to keep; as HTML to print when this machine makes no PDFs.

    Args:
        request: the request that is answered.
        template: extends `paper/base.html`.
        context: what the template shows.
        name: name of the file, without extension.
    """
    try:
        content = make_pdf(render_to_string(template, {**context, "pdf": True}, request))
    except PdfUnavailable:
        logger.warning("PDFs cannot be made here: Pango is missing")
        return HttpResponse(render_to_string(template, {**context, "pdf": False}, request))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
