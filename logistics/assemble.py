"""Consignments out of what the catalogue and the sellers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.money import Money
from logistics.consignment import Item, Party, Registration, RegistrationKind

if TYPE_CHECKING:
    from catalog.models import ProductVariant
    from marketplace.accounts.addresses.data import AddressData
    from marketplace.sellers.models import Seller


def party_of_address(
    address: AddressData, *, email: str = "", tax_id: str = "", registrations: tuple[Registration, ...] = ()
) -> Party:
    """The person or firm at an address."""
    streets = (address.street_address_1, address.street_address_2)
    return Party(
        name=address.full_name,
        company=address.company_name,
        country=address.country,
        street=tuple(street for street in streets if street),
        city=address.city,
        area=address.city_area,
        region=address.country_area,
        former_district=address.former_district,
        postal_code=address.postal_code,
        phone=address.phone,
        email=email,
        tax_id=tax_id,
        registrations=registrations,
    )


def party_of_seller(seller: Seller) -> Party:
    """A seller under its legal name and tax code, at its own address; reads ``seller.address``."""
    address = seller.address.as_data()
    streets = (address.street_address_1, address.street_address_2)
    return Party(
        name=address.full_name or seller.legal_name,
        company=seller.legal_name,
        country=address.country,
        street=tuple(street for street in streets if street),
        city=address.city,
        area=address.city_area,
        region=address.country_area,
        former_district=address.former_district,
        postal_code=address.postal_code,
        phone=seller.phone,
        email=seller.email,
        tax_id=seller.tax_code,
        registrations=(Registration(RegistrationKind.VAT, seller.tax_code, address.country),),
    )


def item_of_variant(
    variant: ProductVariant,
    *,
    quantity: int,
    unit_value: Money,
    description: str = "",
    description_en: str = "",
) -> Item:
    """A line of goods; reads ``variant.product``. Unknown weights and sizes stay 0, which means unknown."""
    product = variant.product
    return Item(
        description=description or f"{product.name} {variant.name}".strip(),
        description_en=description_en,
        quantity=quantity,
        unit_value=unit_value,
        hs_code=product.hs_code,
        origin=product.origin_country,
        net_weight_g=variant.net_weight_g or 0,
        gross_weight_g=variant.gross_weight_g or 0,
        length_mm=variant.length_mm or 0,
        width_mm=variant.width_mm or 0,
        height_mm=variant.height_mm or 0,
        sku=variant.sku,
    )
