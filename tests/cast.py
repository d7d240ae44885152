"""The small named cast that tests and journeys share. Everyone and every firm here is made up.

`assemble()` puts them into the test's database; all of them sign in with `tests.factories.accounts.PASSWORD`.
"""

from dataclasses import dataclass

from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import Craft, EntityType
from tests.factories.accounts import (
    make_address,
    make_expo_officer,
    make_operator,
    make_user,
    make_vietnamese_address,
)
from tests.factories.sellers import make_member, make_seller


@dataclass(frozen=True)
class House:
    """A seller with one person in each role."""

    seller: Seller
    owner: User
    manager: User
    packer: User


@dataclass(frozen=True)
class Cast:
    operator: User
    expo_officer: User
    woodworks: House
    """Mộc Ví Dụ: an enterprise of Dĩ An that makes furniture."""
    pottery: House
    """Gốm Thử Nghiệm: a household business of Lái Thiêu that makes ceramics."""
    buyer: User
    """Sanne Voorbeeld of Utrecht."""


def assemble() -> Cast:
    """Store the whole cast."""
    return Cast(
        operator=make_operator(email="operator@example.org", first_name="Minh", last_name="Điều Hành", language="vi"),
        expo_officer=make_expo_officer(
            email="expo@example.org", first_name="Lan", last_name="Triển Lãm", language="vi"
        ),
        woodworks=_woodworks(),
        pottery=_pottery(),
        buyer=_buyer(),
    )


def _woodworks() -> House:
    address = make_vietnamese_address(
        company_name="Công ty TNHH Mộc Ví Dụ", city_area="Phường Dĩ An", former_district="Dĩ An"
    )
    seller = make_seller(
        slug="moc-vi-du",
        name="Mộc Ví Dụ",
        legal_name="Công ty TNHH Mộc Ví Dụ",
        former_district="Dĩ An",
        address=address,
    )
    return _house(seller, "moc")


def _pottery() -> House:
    address = make_vietnamese_address(
        company_name="Hộ kinh doanh Gốm Thử Nghiệm", city_area="Phường Lái Thiêu", former_district="Thuận An"
    )
    seller = make_seller(
        slug="gom-thu-nghiem",
        name="Gốm Thử Nghiệm",
        legal_name="Hộ kinh doanh Gốm Thử Nghiệm",
        entity_type=EntityType.HOUSEHOLD,
        tax_code="074180000016",
        craft=Craft.CERAMICS,
        former_district="Thuận An",
        address=address,
    )
    return _house(seller, "gom")


def _house(seller: Seller, name: str) -> House:
    people = {
        role: make_member(seller, role, make_user(email=f"{role.lower()}.{name}@example.org", language="vi"))
        for role in MemberRole
    }
    return House(seller, people[MemberRole.OWNER], people[MemberRole.MANAGER], people[MemberRole.PACKER])


def _buyer() -> User:
    buyer = make_user(email="sanne@example.org", first_name="Sanne", last_name="Voorbeeld", language="nl")
    address = make_address()
    buyer.saved_addresses.create(address=address)
    buyer.default_shipping_address = address
    buyer.save(update_fields=["default_shipping_address"])
    return buyer
