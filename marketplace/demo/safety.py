"""Who answers for the demo's goods within the European Union, and what buyers are warned of."""

from catalog.products.product import Product
from catalog.products.safety import set_safety
from catalog.products.translate import translate_product
from marketplace.accounts.addresses.data import AddressData
from marketplace.demo.sellers import SOURCE_LANGUAGE, SettledSeller
from marketplace.demo.world import read
from marketplace.sellers.models import ResponsiblePerson
from marketplace.sellers.responsible_people import add_responsible_person


def name_responsible_people(sellers: dict[str, SettledSeller]) -> None:
    """Every seller has the same firm in the Netherlands; it makes that its business."""
    for settled in sellers.values():
        _add(settled, read("safety.toml")["person"])


def warn_of(product: Product, *, key: str, craft: str, settled: SettledSeller) -> None:
    """The warnings of its craft in every language, or the word that there is nothing to warn of."""
    world = read("safety.toml")
    texts = world["warnings"].get(craft, {})
    own = _add(settled, world["own_person"]) if key == world["own_person"]["product"] else None
    set_safety(
        product=product,
        by=settled.owner,
        warnings=texts.get(SOURCE_LANGUAGE, ""),
        needs_no_warnings=not texts,
        responsible_person=own,
    )
    for language in texts.keys() - {SOURCE_LANGUAGE}:
        translate_product(product=product, language=language, texts={"warnings": texts[language]})


def _add(settled: SettledSeller, data: dict[str, object]) -> ResponsiblePerson:
    address = data["address"]
    if not isinstance(address, dict):
        raise TypeError("the address of a responsible person is a table")
    return add_responsible_person(
        seller=settled.seller,
        name=str(data["name"]),
        address=AddressData(**address),
        email=str(data["email"]),
        website_url=str(data["website_url"]),
    )
