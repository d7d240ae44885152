"""What the seller reckons in."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.pricing.base_price import BasePrice, BasePriceTier
from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.derive import rederive
from catalog.pricing.price_problems import price_problems, tier_problems
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused, refuse_any
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _


def set_base_price(
    *, variant: ProductVariant, price: Decimal, currency: str, tiers: Sequence[tuple[int, Decimal]] = ()
) -> BasePrice:
    """Keep the base price with its quantity prices, and derive again what follows it. Raises `Refused`."""
    if not is_currency(currency):
        raise Refused(Problem("currency", "INVALID", _("This is not a currency's code, such as VND or EUR.")))
    refuse_any([*price_problems("price", price, currency), *tier_problems(price, tiers, currency)])
    with transaction.atomic():
        base, _created = BasePrice.objects.update_or_create(
            variant=variant, defaults={"amount": price, "currency": currency}
        )
        base.tiers.all().delete()
        BasePriceTier.objects.bulk_create(
            BasePriceTier(base_price=base, minimum_quantity=quantity, amount=amount) for quantity, amount in tiers
        )
        rederive(_following(variant), now=timezone.now())
    return base


def remove_base_price(*, variant: ProductVariant) -> None:
    """Forget the base price; prices derived from it stay as they are and are given ones from now on."""
    with transaction.atomic():
        PriceDerivation.objects.filter(listing__variant=variant).delete()
        BasePrice.objects.filter(variant=variant).delete()


def _following(variant: ProductVariant) -> list[int]:
    return list(PriceDerivation.objects.filter(listing__variant=variant).values_list("listing_id", flat=True))
