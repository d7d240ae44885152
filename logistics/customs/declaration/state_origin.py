"""``state_origin``: the words by which an exporter declares origin, where the agreement and the facts allow them."""

from __future__ import annotations

from datetime import date

from catalog.models import ProductVariant
from i18n.convert import NoRate, convert
from i18n.money import Money
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.facts import OriginStatement
from logistics.customs.origin.agreement import Agreement, agreements
from logistics.customs.origin.assess_product import assess_product
from logistics.customs.origin.assessment import Outcome

ORIGIN = "Viet Nam"
HOME = "VN"


class NoStatement(Exception):
    """Under this agreement an exporter of Vietnam cannot declare origin himself, or not to this country."""

    def __init__(self, agreement: str, country: str) -> None:
        super().__init__(f"no statement on origin under {agreement} to {country}")
        self.agreement = agreement
        self.country = country


class TooValuable(Exception):
    """Above the limit the origin is certified by the ministry. ``value`` is ``None`` where it cannot be converted."""

    def __init__(self, agreement: Agreement, value: Money | None, limit: Money) -> None:
        super().__init__(f"{value} is not shown to be within {limit}")
        self.agreement = agreement
        self.value = value
        self.limit = limit


class OriginNotShown(Exception):
    """For these goods no assessment says that the rule is met, and the exporter gave no reason of his own."""

    def __init__(self, goods: list[str]) -> None:
        super().__init__(", ".join(goods))
        self.goods = goods


def state_origin(
    declared: Declaration, *, seller_id: int, agreement: str, place: str, on: date, signatory: str, reason: str = ""
) -> OriginStatement:
    """The statement, to be signed by the exporter, who answers for it.

    1. The agreement has words for exporters of Vietnam, and the goods go to one of its other parties.
    2. The goods are worth no more than its limit. 3. Each line is of Vietnam and its assessment says that the rule is
    met; otherwise the exporter gives a reason of his own, which is kept. Raises ``NoStatement``, ``TooValuable``,
    ``OriginNotShown``.
    """
    known = agreements().get(agreement)
    country = declared.importer.country
    if known is None or not known.certificate.statement or country not in known.parties - {HOME}:
        raise NoStatement(agreement, country)
    _require_within_limit(known, declared.goods, on)
    doubtful = _doubtful(declared, seller_id, known, on)
    if doubtful and not reason:
        raise OriginNotShown(doubtful)
    text = known.certificate.statement % {"origin": ORIGIN}
    return OriginStatement(known.code, text, place, on, signatory, reason)


def _require_within_limit(agreement: Agreement, value: Money, on: date) -> None:
    limit = agreement.certificate.own_statement_up_to
    if limit is None:
        return
    try:
        converted = convert(value, limit.currency, on=on).money
    except NoRate:
        raise TooValuable(agreement, None, limit) from None
    if converted > limit:
        raise TooValuable(agreement, converted, limit)


def _doubtful(declared: Declaration, seller_id: int, agreement: Agreement, on: date) -> list[str]:
    """Goods that no assessment calls originating, by description."""
    skus = {line.item.sku for line in declared.lines if line.item.sku}
    variants = ProductVariant.objects.filter(seller_id=seller_id, sku__in=skus).select_related("product")
    by_sku = {variant.sku: variant for variant in variants.order_by("archived_at")}
    doubtful = []
    for line in declared.lines:
        variant = by_sku.get(line.item.sku)
        if line.item.origin != HOME or variant is None or not _met(variant, agreement, on):
            doubtful.append(line.item.description)
    return doubtful


def _met(variant: ProductVariant, agreement: Agreement, on: date) -> bool:
    found = assess_product(product=variant.product, variant=variant, under=[agreement], on=on, language="en")
    return all(assessment.outcome is Outcome.MET for assessment in found)
