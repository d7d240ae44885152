"""``label_text``: what stands on every label of a lot for people, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.products.translate import SUBJECT as PRODUCT
from catalog.traceability.lot import Lot
from i18n.formatting import country_name, format_date
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.translate import localize


@dataclass(frozen=True, slots=True)
class LabelText:
    language: str
    name: str
    """Of the product, and of its variant where it has a name of its own."""
    lines: tuple[str, ...]


def label_text(lot: Lot, language: str) -> LabelText:
    """Needs ``lot.variant.product.seller``. A product that is not translated keeps its own name."""
    product = lot.variant.product
    (texts,) = localize(
        subject=PRODUCT,
        rows=[product],
        fields=["name"],
        language=language,
        source_language=lambda row: row.source_language,
    )
    name = texts["name"].text if texts["name"] is not None else product.name
    lines = [
        gettext(language, _("Lot %(number)s"), number=lot.number),
        gettext(language, _("Made on %(day)s"), day=format_date(lot.produced_on, language)),
    ]
    if lot.expires_on:
        lines.append(gettext(language, _("Best before %(day)s"), day=format_date(lot.expires_on, language)))
    country = country_name(product.origin_country, language)
    lines += [gettext(language, _("Made in %(country)s"), country=country), product.seller.name]
    return LabelText(language, " · ".join(filter(None, (name, lot.variant.name))), tuple(lines))
