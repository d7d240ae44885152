"""Eight makers apply, and the operator approves them."""

from dataclasses import dataclass
from typing import Any

from catalog.stock.warehouse import Warehouse
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.models import User
from marketplace.demo.people import People, create_person
from marketplace.demo.sign_ins import SignIn
from marketplace.demo.world import read_all
from marketplace.sellers.apply import SellerApplication, apply_as_seller
from marketplace.sellers.approve import approve_seller
from marketplace.sellers.models import Seller
from marketplace.sellers.translate import translate_seller

SOURCE_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class SettledSeller:
    seller: Seller
    owner: User
    warehouse: Warehouse
    data: dict[str, Any]


def settle_sellers(people: People) -> dict[str, SettledSeller]:
    """Every seller of the world by its key, approved, with a warehouse and its texts in all languages."""
    return {data["key"]: _settle(data, people) for data in read_all("sellers")}


def _settle(data: dict[str, Any], people: People) -> SettledSeller:
    owner = create_person(SignIn(role="owner", language=SOURCE_LANGUAGE, **data["owner"]))
    seller = apply_as_seller(user=owner, application=_application(data))
    for language, texts in data["texts"].items():
        if language != SOURCE_LANGUAGE:
            translate_seller(seller=seller, language=language, texts=_stripped(texts), by=owner)
    seller = approve_seller(seller=seller, by=people.operator)
    warehouse = Warehouse.objects.create(seller=seller, name="Kho chính")
    return SettledSeller(seller, owner, warehouse, data)


def _application(data: dict[str, Any]) -> SellerApplication:
    names = ("legal_name", "name", "entity_type", "tax_code", "craft", "phone", "email", "former_district")
    home = AddressData(phone=data["phone"], company_name=data["legal_name"], **data["address"])
    return SellerApplication(
        **{name: data.get(name, "") for name in names},
        address=home,
        website_url=data.get("website_url", ""),
        founded_year=data.get("founded_year"),
        source_language=SOURCE_LANGUAGE,
        **_stripped(data["texts"][SOURCE_LANGUAGE]),
    )


def _stripped(texts: dict[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in texts.items()}
