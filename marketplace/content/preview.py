"""Preview: what a reader would see once drafts are published, by a link that whoever has it may open for two hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.utils import timezone

from i18n.translate import LocalizedText, localize
from marketplace.content.page import FIELDS, SUBJECT, Page

LIFETIME = timedelta(hours=2)
_SALT = "marketplace.content.preview"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """A page as it would be read in a language."""

    page: Page
    texts: dict[str, LocalizedText | None]
    has_draft: bool


def preview_token(page: Page) -> tuple[str, datetime]:
    """A signed token for this page, and when it ends."""
    return signing.dumps(page.pk, salt=_SALT), timezone.now() + LIFETIME


def preview_of(token: str, language: str) -> Preview | None:
    """The page of a token; ``None`` when it was forged, is too old, or the page is gone."""
    if len(token) > _LONGEST:
        return None
    try:
        key = signing.loads(token, salt=_SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError):
        return None
    page = Page.objects.filter(pk=key).select_related("seller").first()
    return _with_drafts(page, language) if page is not None else None


def _with_drafts(page: Page, language: str) -> Preview:
    drafts = {draft.language: draft for draft in page.drafts.all()}
    own = drafts.get(page.source_language)
    for name, text in (own.texts if own else {}).items():
        setattr(page, name, text)  # never saved: only what the texts below are read from
    texts = localize(
        subject=SUBJECT, rows=[page], fields=FIELDS, language=language, source_language=lambda row: row.source_language
    )[0]
    draft = drafts.get(language)
    if draft is not None and language != page.source_language:
        texts |= {
            name: LocalizedText(text, language, language, "HUMAN") for name, text in draft.texts.items() if text.strip()
        }
    return Preview(page, texts, has_draft=draft is not None)
