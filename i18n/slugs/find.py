"""From an address to its record, and from records to their addresses."""

import unicodedata
from collections.abc import Collection, Mapping

from i18n.languages import fallback_chain
from i18n.slugs.slug import LONGEST, Slug
from marketplace.written_once import WrittenOnce

_CURRENT: WrittenOnce[tuple[int, str, str]] = WrittenOnce(
    lambda subject, ids: Slug.objects.filter(subject=subject, object_id__in=ids, is_current=True).values_list(
        "object_id", "language", "text"
    )
)


def tidy(text: str) -> str:
    """A slug as it came in an address: one form of each character, never longer than one can be."""
    return unicodedata.normalize("NFC", text)[:LONGEST]


def find_slug(subject: str, text: str) -> int | None:
    """The record that a slug, current or former, of any language leads to."""
    rows = Slug.objects.filter(subject=subject, text=tidy(text)).order_by("pk")
    return rows.values_list("object_id", flat=True).first()


def current_slugs(subject: str, object_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The current slugs of many records by language, in one query; a language without one is absent."""
    found: dict[int, dict[str, str]] = {object_id: {} for object_id in object_ids}
    for object_id, language, text in _CURRENT(subject=subject, ids=set(object_ids)):
        found[object_id][language] = text
    return found


def slug_for(language: str, current: Mapping[str, str], *, own: str, own_language: str) -> str:
    """The slug of a page in a language: along the fallback chain as its name is, at last the record's own."""
    for code in fallback_chain(language):
        if code in current:
            return current[code]
        if code == own_language:
            return own
    return current.get(own_language, own)
