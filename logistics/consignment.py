"""What is sent, by whom and to whom: the value that rates, landed cost, shipments and documents work on.

It knows no orders: whoever ships builds one. Weights are whole grams and lengths whole millimetres, for
one unit as packed, unless a name says ``total_``. Money is exact and all of one currency.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from i18n.money import Money, sum_money

CUBIC_MM_PER_CBM = 1_000_000_000


class BadConsignment(ValueError):
    """The values cannot describe something that is sent; ``field`` names what is wrong."""

    def __init__(self, field: str, fact: str) -> None:
        super().__init__(f"{field}: {fact}")
        self.field = field


class RegistrationKind(StrEnum):
    """Which register a number is from."""

    VAT = "VAT"
    """Value added tax, goods and services tax, or the one tax number of a country that has no other."""
    EORI = "EORI"
    EIN = "EIN"


@dataclass(frozen=True, slots=True)
class Registration:
    """A number that customs and tax offices know a party by."""

    kind: RegistrationKind
    number: str
    country: str
    """Whose authority gave it, ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class Party:
    """A person or firm with the address that documents print and carriers drive to."""

    name: str
    country: str
    """ISO 3166-1 alpha-2."""
    company: str = ""
    street: tuple[str, ...] = ()
    city: str = ""
    area: str = ""
    """Ward, commune, district or suburb."""
    region: str = ""
    """Province, state or prefecture."""
    former_district: str = ""
    """In Vietnam, the district it lay in until 2025-06-30, where somebody said so; see `logistics.addresses`."""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    tax_id: str = ""
    """Vietnamese tax code, EU VAT number and the like; one on the buyer's side makes it a business."""
    registrations: tuple[Registration, ...] = ()
    """The same and further ones by kind, for carriers that pass them on to customs."""

    def __post_init__(self) -> None:
        if len(self.country) != 2 or not self.country.isascii() or not self.country.isupper():
            raise BadConsignment("country", f"{self.country!r} is not a two-letter country code")

    @property
    def is_business(self) -> bool:
        return bool(self.company or self.tax_id)

    @property
    def display_name(self) -> str:
        return self.company or self.name


@dataclass(frozen=True, slots=True)
class ItemLot:
    """A lot that pieces of a line are of; a ``quantity`` of 0 is unknown."""

    number: str
    quantity: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One line of goods."""

    description: str
    """In the buyer's language."""
    quantity: int
    unit_value: Money
    """Declared value of one unit, without tax and freight."""
    hs_code: str = ""
    """Harmonised System code, 6 to 12 digits; empty when the seller has not classified the goods yet."""
    origin: str = "VN"
    net_weight_g: int = 0
    gross_weight_g: int = 0
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    sku: str = ""
    description_en: str = ""
    """English, for customs; empty when the description itself is English or no translation exists."""
    lots: tuple[ItemLot, ...] = ()
    """As the seller numbers them."""

    def __post_init__(self) -> None:
        if self.quantity < 1:
            raise BadConsignment("quantity", "at least one unit is sent")
        if self.unit_value.amount < 0:
            raise BadConsignment("unit_value", "a value is not negative")
        if self.hs_code and not (self.hs_code.isascii() and self.hs_code.isdigit() and 4 <= len(self.hs_code) <= 12):
            raise BadConsignment("hs_code", f"{self.hs_code!r} is not 4 to 12 digits")
        sizes = (self.net_weight_g, self.gross_weight_g, self.length_mm, self.width_mm, self.height_mm)
        if min(sizes) < 0:
            raise BadConsignment("size", "weights and lengths are not negative")

    @property
    def total_value(self) -> Money:
        """Quantity times unit value, rounded once to what can be paid."""
        return (self.unit_value * self.quantity).quantize()

    @property
    def total_net_weight_g(self) -> int:
        return self.quantity * self.net_weight_g

    @property
    def total_gross_weight_g(self) -> int:
        """The net weight stands in where the gross weight is not known: never less than what is inside."""
        return self.quantity * max(self.gross_weight_g, self.net_weight_g)

    @property
    def total_volume_mm3(self) -> int:
        return self.quantity * self.length_mm * self.width_mm * self.height_mm


@dataclass(frozen=True, slots=True)
class PackedItem:
    """How many units of the consignment's item number ``item`` (from 0) are in a package."""

    item: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Package:
    """One carton, crate or pallet, measured outside."""

    number: int
    gross_weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    contents: tuple[PackedItem, ...] = ()
    """Empty when the seller did not say what is in which package."""

    @property
    def volume_mm3(self) -> int:
        return self.length_mm * self.width_mm * self.height_mm


@dataclass(frozen=True, slots=True)
class Consignment:
    """Goods of one seller to one place under one Incoterm."""

    seller: Party
    buyer: Party
    items: tuple[Item, ...]
    packages: tuple[Package, ...] = ()
    incoterm: str = "DAP"
    """A code of `logistics.incoterms`."""
    place: str = ""
    """The named place of the Incoterm; the buyer's city, else region, when empty."""
    freight: Money | None = None
    """Carriage from the seller to the place, where it is known."""
    insurance: Money | None = None
    preference: str = ""
    """Trade agreement whose proof of origin accompanies the goods (``EVFTA``), empty for none."""
    mode: str = ""
    """How the goods cross the border: ``sea``, ``air``, ``rail``, ``road``, ``post``; empty when it is not known."""

    def __post_init__(self) -> None:
        if not self.items:
            raise BadConsignment("items", "a consignment has at least one item")
        currencies = {item.unit_value.currency for item in self.items} | _currencies_of((self.freight, self.insurance))
        if len(currencies) > 1:
            raise BadConsignment("currency", f"one currency is wanted, not {', '.join(sorted(currencies))}")
        for package in self.packages:
            if any(not 0 <= packed.item < len(self.items) for packed in package.contents):
                raise BadConsignment("packages", f"package {package.number} holds an item that is not sent")

    @property
    def currency(self) -> str:
        return self.items[0].unit_value.currency

    @property
    def named_place(self) -> str:
        return self.place or self.buyer.city or self.buyer.region or self.buyer.country

    @property
    def goods_value(self) -> Money:
        return sum_money((item.total_value for item in self.items), self.currency)

    @property
    def total_quantity(self) -> int:
        return sum(item.quantity for item in self.items)

    @property
    def total_net_weight_g(self) -> int:
        return sum(item.total_net_weight_g for item in self.items)

    @property
    def total_gross_weight_g(self) -> int:
        """Of the packages where they were weighed, otherwise of the goods as packed one by one."""
        if self.packages:
            return sum(package.gross_weight_g for package in self.packages)
        return sum(item.total_gross_weight_g for item in self.items)

    @property
    def total_volume_mm3(self) -> int:
        if self.packages and all(package.volume_mm3 for package in self.packages):
            return sum(package.volume_mm3 for package in self.packages)
        return sum(item.total_volume_mm3 for item in self.items)

    @property
    def total_cbm(self) -> Decimal:
        """Cubic metres, to the cubic decimetre."""
        return (Decimal(self.total_volume_mm3) / CUBIC_MM_PER_CBM).quantize(Decimal("0.001"))

    @property
    def package_count(self) -> int:
        return len(self.packages)

    @property
    def is_domestic(self) -> bool:
        return self.seller.country == self.buyer.country


def _currencies_of(amounts: Iterable[Money | None]) -> set[str]:
    return {amount.currency for amount in amounts if amount is not None}
