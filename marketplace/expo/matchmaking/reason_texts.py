"""Reasons of matches as sentences, in the reader's language, to the visitor or to the exhibitor."""

from collections.abc import Mapping, Sequence

from catalog.products.category import SUBJECT as CATEGORY
from catalog.products.category import Category
from i18n.formatting import country_name, format_list, language_name
from i18n.messages import gettext, ngettext, ngettext_noop
from i18n.messages import gettext_noop as _
from i18n.translate import localize
from marketplace.expo.matchmaking.match import Reason, ReasonKind
from marketplace.expo.meetings.meeting import Side

_COUNTED = {
    (ReasonKind.EXHIBITS, Side.VISITOR): ngettext_noop(
        "Shows %(count)s product of %(category)s, which you look for.",
        "Shows %(count)s products of %(category)s, which you look for.",
    ),
    (ReasonKind.SELLS, Side.VISITOR): ngettext_noop(
        "Sells %(count)s product of %(category)s here, which you look for.",
        "Sells %(count)s products of %(category)s here, which you look for.",
    ),
    (ReasonKind.EXHIBITS, Side.EXHIBITOR): ngettext_noop(
        "Looks for %(category)s: you show %(count)s product of it.",
        "Looks for %(category)s: you show %(count)s products of it.",
    ),
    (ReasonKind.SELLS, Side.EXHIBITOR): ngettext_noop(
        "Looks for %(category)s: you sell %(count)s product of it here.",
        "Looks for %(category)s: you sell %(count)s products of it here.",
    ),
}
_PLAIN = {
    (ReasonKind.CATEGORY, Side.VISITOR): _("Is listed under %(category)s, which you look for."),
    (ReasonKind.CATEGORY, Side.EXHIBITOR): _("Looks for %(category)s, under which you are listed."),
    (ReasonKind.SHIPS, Side.VISITOR): _("Sells to your country, %(country)s."),
    (ReasonKind.SHIPS, Side.EXHIBITOR): _("Comes from %(country)s, where you sell."),
    (ReasonKind.LANGUAGE, Side.VISITOR): _("Has texts in your language, %(language)s."),
    (ReasonKind.LANGUAGE, Side.EXHIBITOR): _("Reads %(language)s, in which you have texts."),
    (ReasonKind.CERTIFICATES, Side.VISITOR): _("Has certificates in force: %(certificates)s."),
}


def reason_texts(reasons: Sequence[Reason], language: str, to: Side) -> list[str]:
    """One sentence each; the names of all categories are read at once."""
    names = category_names({reason.category_id for reason in reasons if reason.category_id is not None}, language)
    return [_text(reason, language, names, to) for reason in reasons]


def category_names(pks: set[int], language: str) -> dict[int, str]:
    rows = list(Category.objects.filter(pk__in=pks))
    found = localize(subject=CATEGORY, rows=rows, fields=["name"], language=language, source_language=lambda row: "en")
    return {row.pk: text.text if (text := texts["name"]) else row.name for row, texts in zip(rows, found, strict=True)}


def _text(reason: Reason, language: str, names: Mapping[int, str], to: Side) -> str:
    category = names.get(reason.category_id or 0, "")
    if (reason.kind, to) in _COUNTED:
        one, many = _COUNTED[reason.kind, to]
        return ngettext(language, one, many, reason.count, category=category)
    params = {
        "category": category,
        "country": country_name(reason.code, language),
        "language": language_name(reason.code, language) if reason.code else "",
        "certificates": format_list(list(reason.schemes), language),
    }
    return gettext(language, _PLAIN[reason.kind, to], **params)
