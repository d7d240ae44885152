"""Words for the values of facets, in the reader's language: a few queries for all facets of a page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Max

from catalog.models import Attribute, AttributeValue, Category, Product
from catalog.products.attributes.unit import Unit
from catalog.products.certificates.scheme import CertificateScheme
from catalog.search.document import material_key
from catalog.search.request import ATTRIBUTE, Facet, Range
from i18n.formatting import country_name, format_money, format_number, format_unit
from i18n.messages import gettext, ngettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from i18n.translate import localize
from marketplace.channels.models import Channel
from marketplace.graphql import to_global_id
from marketplace.keyed_rows import keyed_rows
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import Craft
from marketplace.written_once import WrittenOnce

NAMES = {
    "category": _("Category"),
    "seller": _("Maker"),
    "craft": _("Craft"),
    "material": _("Material"),
    "origin": _("Country of origin"),
    "certificate": _("Certificate"),
    "price": _("Price per piece"),
    "lead_time": _("Ready in"),
    "moq": _("Minimum order"),
    "rating": _("Rating"),
}
CRAFT_LABELS = {
    Craft.FURNITURE: _("Furniture"),
    Craft.LACQUER: _("Lacquerware"),
    Craft.CERAMICS: _("Ceramics"),
    Craft.FOOTWEAR: _("Footwear"),
    Craft.RUBBER: _("Rubber goods"),
    Craft.MECHANICS: _("Mechanical engineering"),
    Craft.FRUIT: _("Fresh fruit"),
    Craft.TEXTILE: _("Textiles"),
    Craft.FOOD: _("Food"),
    Craft.OTHER: _("Other trades"),
}
_RANGE = {
    (False, True): _("up to %(high)s"),
    (True, True): _("%(low)s to %(high)s"),
    (True, False): _("%(low)s and more"),
    (False, False): _("any"),
}
_NEWEST: WrittenOnce[tuple[str, int]] = WrittenOnce(
    lambda spellings: (
        Product.objects.approved()
        .filter(material__in=spellings)
        .order_by()
        .values_list("material")
        .annotate(newest=Max("pk"))
    )
)
"""The newest product of each way in which a material is written."""
_YES_NO = {"true": _("Yes"), "false": _("No")}
_OTHER_CERTIFICATE = _("Other certificates")


@dataclass(frozen=True, slots=True)
class Label:
    """``value`` is what the filter takes."""

    value: str
    label: str
    parent: str | None = None
    level: int | None = None
    color: str | None = None


Labels = Mapping[str, Label]


class FacetLabels:
    """Labels of a page's facets."""

    def __init__(self, facets: Iterable[Facet], *, channel: Channel, language: str) -> None:
        self._channel, self._language = channel, language
        slugs = [facet.name.removeprefix(ATTRIBUTE) for facet in facets if facet.name.startswith(ATTRIBUTE)]
        self._attributes = {row.slug: row for row in keyed_rows(Attribute, {"slug": slugs})}
        rows = list(self._attributes.values())
        self._attribute_names = dict(
            zip((row.slug for row in rows), self._names("catalog.Attribute", rows), strict=True)
        )
        self._picked = self._picked_values(facets)

    def name(self, facet: Facet) -> str | None:
        """``None`` for an attribute that is gone."""
        if facet.name.startswith(ATTRIBUTE):
            return self._attribute_names.get(facet.name.removeprefix(ATTRIBUTE))
        return gettext(self._language, NAMES[facet.name])

    def of(self, facet: Facet) -> Labels:
        """Labels by value; a value whose row is gone has none."""
        values = [value.value for value in facet.values]
        if facet.name.startswith(ATTRIBUTE):
            return {value: found for value in values if (found := self._attribute(facet.name, value))}
        by_name: dict[str, Callable[[Sequence[str]], Labels]] = {
            "category": self._categories,
            "seller": self._sellers,
            "material": self._materials,
        }
        if facet.name in by_name:
            return by_name[facet.name](values)
        return {value: Label(*self._plain(facet.name, value)) for value in values}

    def _plain(self, name: str, value: str) -> tuple[str, str]:
        if name == "craft":
            return Craft(value).name, gettext(self._language, CRAFT_LABELS[Craft(value)])
        if name == "origin":
            return value, country_name(value, self._language)
        if name == "certificate":
            known = value in CertificateScheme.values and CertificateScheme(value).label
            return value, str(known or gettext(self._language, _OTHER_CERTIFICATE))
        return value, self._range(name, Range.parse(value) or Range())

    def _range(self, name: str, ends: Range) -> str:
        if name == "price":
            return self._between(
                ends, lambda end: format_money(Money(end, self._channel.currency_code), self._language)
            )
        if name == "rating":
            return gettext(
                self._language, _("%(low)s stars and more"), low=format_number(ends.low or 0, self._language)
            )
        whole = Range(ends.low, None if ends.high is None else ends.high - 1)
        if name == "moq":
            return self._pieces(whole)
        return self._between(whole, lambda end: format_unit(end, "duration-day", self._language))

    def _pieces(self, ends: Range) -> str:
        if ends.low is None or ends.low == ends.high:
            return ngettext(self._language, "%(num)s piece", "%(num)s pieces", int(ends.high or 1))
        return self._between(ends, lambda end: format_number(end, self._language))

    def _between(self, ends: Range, show: Callable[[Decimal], str]) -> str:
        words = {name: show(end) for name, end in (("low", ends.low), ("high", ends.high)) if end is not None}
        return gettext(self._language, _RANGE["low" in words, "high" in words], **words)

    def _categories(self, values: Sequence[str]) -> Labels:
        rows = keyed_rows(Category, {"id": map(int, values)})
        return {
            str(row.pk): Label(
                value=to_global_id("Category", row.pk),
                label=name,
                parent=to_global_id("Category", row.parent_id) if row.parent_id else None,
                level=row.level,
            )
            for row, name in zip(rows, self._names("catalog.Category", rows), strict=True)
        }

    def _sellers(self, values: Sequence[str]) -> Labels:
        rows = keyed_rows(Seller, {"id": map(int, values)})
        names = self._names("sellers.Seller", rows)
        return {str(row.pk): Label(to_global_id("Seller", row.pk), name) for row, name in zip(rows, names, strict=True)}

    def _materials(self, values: Sequence[str]) -> Labels:
        """As one of the products of the material has it in the reader's language."""
        spellings = [form for value in values for form in (value, value[:1].lower() + value[1:])]
        newest = [pk for _material, pk in _NEWEST(spellings=spellings)]
        rows = {material_key(row.material): row for row in keyed_rows(Product, {"id": newest}, order=("id",))}
        texts = localize(
            subject="catalog.Product",
            rows=list(rows.values()),
            fields=["material"],
            language=self._language,
            source_language=lambda row: row.source_language,
        )
        shown = {
            key: text["material"].text for key, text in zip(rows, texts, strict=True) if text["material"] is not None
        }
        return {value: Label(value, shown.get(value, value)) for value in values}

    def _picked_values(self, facets: Iterable[Facet]) -> dict[tuple[str, str], Label]:
        slugs = {value.value for facet in facets if facet.name.startswith(ATTRIBUTE) for value in facet.values}
        slug_of = {row.pk: row.slug for row in self._attributes.values()}
        rows = keyed_rows(AttributeValue, {"attribute_id": slug_of, "slug": slugs})
        return {
            (slug_of[row.attribute_id], row.slug): Label(row.slug, name, color=row.swatch_color or None)
            for row, name in zip(rows, self._names("catalog.AttributeValue", rows), strict=True)
        }

    def _attribute(self, facet_name: str, value: str) -> Label | None:
        slug = facet_name.removeprefix(ATTRIBUTE)
        if (slug, value) in self._picked:
            return self._picked[slug, value]
        if value in _YES_NO:
            return Label(value, gettext(self._language, _YES_NO[value]))
        ends = Range.parse(value)
        if ends is None or slug not in self._attributes:
            return None
        unit = self._attributes[slug].unit
        return Label(value, self._between(ends, lambda end: self._measure(end, unit)))

    def _measure(self, number: Decimal, unit: str) -> str:
        if not unit:
            return format_number(number, self._language)
        return format_unit(number, Unit(unit).cldr, self._language)

    def _names(self, subject: str, rows: Sequence[Any]) -> list[str]:
        texts = localize(
            subject=subject,
            rows=rows,
            fields=["name"],
            language=self._language,
            source_language=lambda row: getattr(row, "source_language", "en"),
        )
        return [text["name"].text if text["name"] else row.name for row, text in zip(rows, texts, strict=True)]
