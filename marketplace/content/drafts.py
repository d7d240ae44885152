"""Drafts of a page: saved, looked at, published or thrown away; and going back to a version."""

from collections.abc import Mapping

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.content.page import FIELDS, Page
from marketplace.content.pages import write_page
from marketplace.content.texts import checked_texts
from marketplace.content.version import PageDraft, PageVersion
from marketplace.content.versions import locked, texts_in


def save_draft(*, page: Page, language: str, texts: Mapping[str, str], by: User | None) -> PageDraft:
    """Keep texts for later; fields not named stay as the draft, or else the page, has them. Raises `Refused`."""
    if language not in LANGUAGES:
        raise Refused(Problem("language_code", "INVALID", _("This is none of the marketplace's languages.")))
    clean = checked_texts(texts)
    with transaction.atomic():
        locked(page)
        draft = PageDraft.objects.filter(page=page, language=language).first()
        start = draft.texts if draft else texts_in(page, language)
        draft = draft or PageDraft(page=page, language=language)
        draft.texts = {name: text for name, text in {**start, **clean}.items() if name in FIELDS}
        draft.saved_by = by
        draft.save()
    return draft


def publish_draft(*, page: Page, language: str, by: User) -> Page:
    """Let everybody who may read the page read the draft. Raises `Refused` when there is none."""
    with transaction.atomic():
        page = locked(page)
        draft = _draft(page, language)
        write_page(page=page, language=language, texts=draft.texts, by=by)
    page.refresh_from_db()
    return page


def discard_draft(*, page: Page, language: str) -> Page:
    """Forget a draft; the page stays as it is. Raises `Refused` when there is none."""
    with transaction.atomic():
        _draft(locked(page), language).delete()
    return page


def restore_version(*, version: PageVersion, by: User) -> Page:
    """Let the page say again what it said then, in that language; it becomes a new version. Raises `Refused`."""
    page = version.page
    texts = {name: version.texts.get(name, "") for name in FIELDS}
    write_page(page=page, language=version.language, texts=texts, by=by)
    page.refresh_from_db()
    return page


def _draft(page: Page, language: str) -> PageDraft:
    draft = PageDraft.objects.filter(page=page, language=language).first()
    if draft is None:
        raise Refused(Problem("language_code", "NOT_FOUND", _("There is no draft in this language.")))
    return draft
