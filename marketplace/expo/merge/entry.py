"""The entry in the directory of two exhibitors that become one: fields that are empty, texts, and other names."""

from copy import copy

from i18n.translate import remove_translations, set_translation, translations_of
from i18n.translation import Translation
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitors import FIELDS
from marketplace.expo.imports.known_as import ExhibitorAlias

FILLED = ("tax_code", "website_url", "email", "phone", "categories", "seller_id", "pavilion_id", "source_feed")
LARGER = ("meeting_tables", "badge_allowance")


def filled(goes: Exhibitor, stays: Exhibitor) -> Exhibitor:
    """A copy of who stays as it will be, not saved: what it has no word about is as the other has it."""
    result = copy(stays)
    for name in FILLED:
        setattr(result, name, getattr(stays, name) or getattr(goes, name))
    for name in LARGER:
        setattr(result, name, max(getattr(stays, name), getattr(goes, name)))
    result.is_seller_decided = stays.is_seller_decided or goes.is_seller_decided
    result.description = stays.description or _description(goes, stays.source_language)
    return result


def _description(goes: Exhibitor, language: str) -> str:
    if goes.source_language == language:
        return goes.description
    said = translations_of(Exhibitor.SUBJECT, [goes.pk], languages=[language], fields=["description"])
    return "".join(row.text for row in said[str(goes.pk)])


def bring_texts(goes: Exhibitor, stays: Exhibitor) -> None:
    """Texts in languages that who stays has none in; the original of who goes is a translation among them."""
    stored = translations_of(Exhibitor.SUBJECT, [goes.pk, stays.pk], fields=FIELDS)
    known = {(row.field, row.language) for row in stored[str(stays.pk)]}
    known |= {(name, stays.source_language) for name in FIELDS}
    lacking = [row.pk for row in stored[str(goes.pk)] if (row.field, row.language) not in known]
    Translation.objects.filter(pk__in=lacking).update(object_id=str(stays.pk))
    language = goes.source_language
    texts = {name: getattr(goes, name) for name in FIELDS if (name, language) not in known and getattr(goes, name)}
    set_translation(subject=Exhibitor.SUBJECT, object_id=stays.pk, language=language, texts=texts)
    remove_translations(subject=Exhibitor.SUBJECT, object_ids=[goes.pk])


def keep_name(goes: Exhibitor, stays: Exhibitor) -> None:
    """The name that goes is a spelling of who stays from now on: the next list with it knows the firm."""
    if goes.name_key != stays.name_key:
        ExhibitorAlias.objects.get_or_create(exhibitor=stays, name_key=goes.name_key)
