"""Make delivery methods, change them, delete them, and name what never travels by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack

from django.db import transaction

from catalog.models import Product
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations
from logistics.zones.locks import lock_zone
from logistics.zones.method import ShippingMethod
from logistics.zones.method_fields import MethodFields, method_problems, tidy_method
from logistics.zones.postal_code_rule import InclusionType, PostalCodeRule
from logistics.zones.postal_codes import tidy_postal_code
from logistics.zones.zone import ShippingZone

MOST_METHODS = 50
MOST_RULES = 500
MOST_EXCLUDED = 1000
LONGEST_CODE = 20


@dataclass(frozen=True, slots=True)
class CodeRange:
    start: str
    end: str = ""


def create_method(*, zone: ShippingZone, **fields: Unpack[MethodFields]) -> ShippingMethod:
    """A method that costs nothing anywhere yet: it is offered once it has a listing. Raises `Refused`."""
    with transaction.atomic():
        lock_zone(zone.pk)
        if zone.methods.count() >= MOST_METHODS:
            raise Refused(Problem("shipping_zone", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_METHODS}))
        return _write(ShippingMethod(zone=zone, source_language=zone.seller.source_language), fields)


def update_method(*, method: ShippingMethod, **fields: Unpack[MethodFields]) -> ShippingMethod:
    """Baskets are priced by it from now on; orders keep what they have. Raises `Refused`."""
    with transaction.atomic():
        lock_zone(method.zone_id)
        return _write(method, fields)


def delete_method(*, method: ShippingMethod) -> None:
    """With its prices, rules and translations; baskets that chose it have to choose again."""
    with transaction.atomic():
        lock_zone(method.zone_id)
        key = str(method.pk)
        method.delete()
        remove_translations(subject=ShippingMethod.SUBJECT, object_ids=[key])


def rule_postal_codes(
    *,
    method: ShippingMethod,
    added: Sequence[CodeRange] = (),
    removed: Sequence[int] = (),
    inclusion_type: InclusionType | None = None,
) -> None:
    """Add and remove ranges; ``inclusion_type`` is then that of every range of the method. Raises `Refused`."""
    with transaction.atomic():
        lock_zone(method.zone_id)
        method.postal_code_rules.filter(pk__in=removed).delete()
        refuse_any(_code_problems(method, added))
        kind = inclusion_type or _kind_of(method)
        for each in added:
            PostalCodeRule.objects.get_or_create(
                method=method, start=tidy_postal_code(each.start), end=tidy_postal_code(each.end)
            )
        method.postal_code_rules.update(inclusion_type=kind)


def exclude_products(*, method: ShippingMethod, products: Sequence[Product]) -> ShippingMethod:
    """They never travel this way. Raises `Refused` for another seller's products."""
    with transaction.atomic():
        lock_zone(method.zone_id)
        if any(product.seller_id != method.zone.seller_id for product in products):
            raise Refused(Problem("products", "NOT_FOUND", _("You have no such product.")))
        if method.excluded_products.count() + len(products) > MOST_EXCLUDED:
            raise Refused(Problem("products", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_EXCLUDED}))
        method.excluded_products.add(*products)
    return method


def readmit_products(*, method: ShippingMethod, products: Sequence[Product]) -> ShippingMethod:
    """They may travel this way again."""
    with transaction.atomic():
        lock_zone(method.zone_id)
        method.excluded_products.remove(*products)
    return method


def _write(method: ShippingMethod, fields: MethodFields) -> ShippingMethod:
    for name, value in tidy_method(fields).items():
        setattr(method, name, value)
    refuse_any(method_problems(method))
    method.save()
    return method


def _kind_of(method: ShippingMethod) -> str:
    known = method.postal_code_rules.first()
    return known.inclusion_type if known else InclusionType.EXCLUDE


def _code_problems(method: ShippingMethod, added: Sequence[CodeRange]) -> list[Problem]:
    problems = []
    if method.postal_code_rules.count() + len(added) > MOST_RULES:
        problems.append(Problem("add_postal_code_rules", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_RULES}))
    for index, each in enumerate(added):
        codes = [tidy_postal_code(each.start), tidy_postal_code(each.end)]
        if (
            not codes[0]
            or max(len(code) for code in codes) > LONGEST_CODE
            or not "".join(codes).replace(" ", "").isalnum()
        ):
            message = _("A postal code has letters and digits, at most %(limit)s of them.")
            problems.append(Problem("add_postal_code_rules", "INVALID", message, {"limit": LONGEST_CODE}, index))
    return problems
