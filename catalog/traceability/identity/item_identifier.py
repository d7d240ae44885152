"""ItemIdentifier: what a kind of goods is called beside its GTIN, by a state system or by the seller itself."""

from __future__ import annotations

import re

from django.db import IntegrityError, models, transaction

from catalog.products.variant import ProductVariant
from catalog.traceability.identity.scheme import Scheme

LONGEST = 80
MOST = 10
_SIGNS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._:/+-]*[A-Za-z0-9])?", re.ASCII)


class ItemIdentifier(models.Model):
    """A GTIN stands at the variant itself. ``authority`` gave the value and says what it means."""

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="item_identifiers")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    """The variant's, repeated here so that the database itself keeps values apart."""
    scheme = models.CharField(max_length=8, choices=Scheme.choices)
    authority = models.CharField(max_length=120, blank=True)
    value = models.CharField(max_length=LONGEST)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["scheme", "authority"]
        constraints = [
            models.UniqueConstraint(fields=["variant", "scheme", "authority"], name="one_item_identifier_of_a_kind"),
            models.UniqueConstraint(fields=["seller", "scheme", "authority", "value"], name="item_identifier_once"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class BadItemIdentifier(ValueError):
    """``field`` names what cannot be."""

    def __init__(self, field: str) -> None:
        super().__init__(f"no item identifier: {field}")
        self.field = field


class ItemIdentifierTaken(ValueError):
    """Another variant of the seller has it."""

    def __init__(self, value: str) -> None:
        super().__init__(f"{value!r} names another variant")
        self.value = value


def set_item_identifier(
    *, variant: ProductVariant, scheme: Scheme, authority: str, value: str
) -> ItemIdentifier | None:
    """The variant's one identifier of that authority; an empty value takes it away.

    A national one has to say whose it is. Raises `BadItemIdentifier` and `ItemIdentifierTaken`.
    """
    authority, value = authority.strip(), value.strip()
    _check(variant, scheme, authority, value)
    own = ItemIdentifier.objects.filter(variant=variant, scheme=scheme, authority=authority)
    if not value:
        own.delete()
        return None
    try:
        with transaction.atomic():
            row, _made = ItemIdentifier.objects.update_or_create(
                variant=variant,
                scheme=scheme,
                authority=authority,
                defaults={"value": value, "seller_id": variant.seller_id},
            )
    except IntegrityError as error:
        raise ItemIdentifierTaken(value) from error
    return row


def _check(variant: ProductVariant, scheme: Scheme, authority: str, value: str) -> None:
    if scheme == Scheme.GS1:
        raise BadItemIdentifier("scheme")
    if len(authority) > 120 or (scheme == Scheme.NATIONAL and not authority):
        raise BadItemIdentifier("authority")
    if value and (len(value) > LONGEST or not _SIGNS.fullmatch(value)):
        raise BadItemIdentifier("value")
    others = variant.item_identifiers.exclude(scheme=scheme, authority=authority)
    if value and others.count() >= MOST:
        raise BadItemIdentifier("value")
