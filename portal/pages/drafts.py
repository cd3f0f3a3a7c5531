# SPDX-License-Identifier: EUPL-1.2
"""How the site makes a draft of a frequent question for `netwerk.faq_drafts`."""

from django.utils.html import escape
from django.utils.text import slugify

from netwerk.faq_drafts import Draft, NoPlace
from netwerk.models import User

from .models import QuestionPage, ThemePage
from .models.question import QuestionIndexPage

SHORT = 400
"""As long as a short answer may be."""


def make_draft(draft: Draft, by: User | None) -> int:
    """Make an unpublished question below its theme, else below the network's, as a revision to edit."""
    index = _index(draft.theme)
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in draft.paragraphs)
    page = QuestionPage(
        title=draft.question,
        slug=_free_slug(index, draft.question),
        subject=draft.subject,
        short_answer=draft.short_answer[:SHORT],
        live=False,
        owner=by,
    )
    page.body = [("text", page.body.stream_block.child_blocks["text"].to_python(text))] if text else []
    index.add_child(instance=page)
    page.save_revision(user=by)
    return int(page.pk)


def _index(theme: str) -> QuestionIndexPage:
    above = ThemePage.objects.filter(theme__slug=theme).first() if theme else None
    rows = QuestionIndexPage.objects.order_by("depth", "path")
    found = (rows.descendant_of(above).first() if above is not None else None) or rows.first()
    if found is None:
        raise NoPlace
    return found


def _free_slug(index: QuestionIndexPage, question: str) -> str:
    slug = slugify(question)[:60] or "vraag"
    taken = set(index.get_children().filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(name for name in (slug, *(f"{slug}-{n}" for n in range(2, 999))) if name not in taken)
