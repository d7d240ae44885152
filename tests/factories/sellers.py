"""Sellers and their members for tests; every firm here is made up."""

from itertools import count
from typing import Any

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import ResponsiblePerson, Seller, SellerMember
from marketplace.sellers.seller import Craft, EntityType, SellerStatus
from tests.factories.accounts import make_address, make_user, make_vietnamese_address

_number = count(1)
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def make_tax_code() -> str:
    """The next 10-digit tax code with a right check digit."""
    while True:
        digits = f"37{next(_number):07d}"
        check = 10 - sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
        if check != 10:
            return f"{digits}{check}"


def make_seller(**overrides: Any) -> Seller:
    """An approved seller without members, unless ``status`` says otherwise."""
    tax_code = overrides.pop("tax_code", None) or make_tax_code()
    status = overrides.get("status", SellerStatus.APPROVED)
    fields: dict[str, Any] = {
        "slug": f"xuong-vi-du-{tax_code}",
        "legal_name": f"Công ty TNHH Ví Dụ {tax_code}",
        "name": f"Xưởng Ví Dụ {tax_code}",
        "tagline": "Đồ gỗ từ Bình Dương",
        "story": "Chúng tôi làm đồ gỗ.",
        "entity_type": EntityType.ENTERPRISE,
        "craft": Craft.FURNITURE,
        "status": status,
        "email": f"seller{tax_code}@example.org",
        "phone": "+842743822222",
        "former_district": "Thủ Dầu Một",
        "approved_at": timezone.now() if status == SellerStatus.APPROVED else None,
        **overrides,
    }
    if "address" not in fields:
        fields["address"] = make_vietnamese_address()
    return Seller.objects.create(tax_code=tax_code, **fields)


def make_responsible_person(seller: Seller, **overrides: Any) -> ResponsiblePerson:
    """Somebody in the Netherlands who answers for the seller's goods."""
    number = next(_number)
    fields: dict[str, Any] = {"name": f"Voorbeeld Import {number} B.V.", "email": f"veilig{number}@example.org"}
    address = overrides.pop("address", None) or make_address(street_address_1="Veiligheidskade 3", country="NL")
    return ResponsiblePerson.objects.create(seller=seller, address=address, **{**fields, **overrides})


def make_member(seller: Seller, role: str = MemberRole.OWNER, user: User | None = None) -> User:
    """A user with this role in the seller."""
    member = user or make_user(language="vi")
    SellerMember.objects.create(seller=seller, user=member, role=role)
    return member
