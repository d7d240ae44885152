"""What the marketplace and its houses add to the goods: structure, collections, takedowns, people, exports."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.models import Category, Product
from catalog.products.attributes.answer import Answer
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.bulk_export.start import start_export
from catalog.products.categories import suggest_attributes
from catalog.products.collections.collections import add_products, create_collection, list_collection
from catalog.stock.set_policy import set_stock_policy
from catalog.stock.stock_import.preview import preview_stock_import
from i18n.translate import set_translation
from logistics.carriers.accounts.carrier_account import CarrierAccount
from logistics.carriers.registry import carriers
from marketplace.sellers.invite import invite_member
from marketplace.sellers.models import Seller
from marketplace.webhooks.webhook import Webhook
from tests.cast import House
from tests.factories.attributes import make_attribute, make_product_type
from tests.factories.carriers import make_carrier_account
from tests.factories.catalog import make_product
from tests.factories.own_delivery import make_own_delivery
from tests.factories.sellers import make_responsible_person
from tests.factories.takedowns import make_takedown
from tests.factories.webhooks import make_delivery, make_webhook


def make_structure() -> dict[str, Any]:
    """A type of seats that asks three things, one of them of variants."""
    wood = make_attribute(name="Wood", slug="wood", values=("Ash", "Oak"))
    width = make_attribute("NUMERIC", name="Width", slug="width", unit="CM")
    colour = make_attribute("SWATCH", name="Colour", slug="colour", values=("Red", "Blue"))
    seats = make_product_type(wood, width, variant=(colour,), name="Seat", slug="seat")
    set_translation(subject="catalog.Attribute", object_id=wood.pk, language="nl", texts={"name": "Hout"})
    value = wood.values.get(slug="ash")
    return {"product_type": seats, "attribute": wood, "colour": colour, "attribute_value": value}


def describe(product: Product, variant: Any) -> None:
    """Answer everything that the type of seats asks."""
    said = [Answer("wood", values=("ash",)), Answer("width", number=Decimal(45))]
    set_attributes(target=product, answers=said)
    set_attributes(target=variant, answers=[Answer("colour", values=("red",))])
    set_stock_policy(variant=variant, mode="MADE_TO_ORDER", most_promised=40, low_threshold=3)


def suggest(category: Category, *attributes: Any) -> None:
    suggest_attributes(category=category, attributes=attributes)


def make_collections(channel: Any, *products: Product) -> dict[str, Any]:
    """One that everybody sees in the market, and one that only staff know of."""
    shown, hidden = create_collection(name="Gifts", slug="gifts"), create_collection(name="Kín", slug="bo-kin")
    for collection in (shown, hidden):
        add_products(collection=collection, products=products)
    list_collection(collection=shown, channel=channel, is_published=True)
    list_collection(collection=hidden, channel=channel, is_published=False)
    return {"collection": shown, "hidden_collection": hidden}


def make_house_rows(house: House, name: str) -> dict[str, Any]:
    """What a house has besides goods: an open takedown, somebody asked into the team, people, an export."""
    seller: Seller = house.seller
    taken = make_product(seller=seller, slug=f"ha-{name}")
    return {
        "takedown": make_takedown(taken, reference=f"SCT-{name}"),
        "invitation": invite_member(
            seller=seller, email=f"moi.{name}@example.org", role="PACKER", by=house.owner, now=timezone.now()
        ),
        "responsible_person": make_responsible_person(seller),
        "export": start_export(seller=seller, by=house.owner, file_type="XLSX", headers="vi"),
        **_stock(house, name),
    }


def _stock(house: House, name: str) -> dict[str, Any]:
    """A file of counts that waits, a variant that is watched, and a program that is told."""
    webhook = make_webhook(seller=house.seller, by=house.owner)
    return {
        "webhook": webhook,
        "webhook_delivery": make_delivery(webhook),
        "carrier_account": make_carrier_account(seller=house.seller, settings={"shop_id": f"shop-{name}"}),
        **make_own_delivery(house.seller),
        "stock_import": preview_stock_import(
            seller=house.seller,
            file_name="kho.csv",
            content=f"SKU,Số lượng\nGHE-{name},7\nX,1\n".encode(),
            by=house.owner,
        ),
    }


def grow_catalogue(facts: dict[str, Any], product: Product, number: int) -> None:
    """One more of each, beside what there is and inside it."""
    more = make_attribute(values=(f"A {number}", f"B {number}"))
    facts["attribute"].values.create(name=f"Wood {number}", slug=f"wood-{number}", sort_order=number + 5)
    suggest(facts["product"].category, *_suggested(facts["product"].category), more)
    set_attributes(target=facts["product"], answers=[Answer(more.slug, values=(f"A {number}",))])
    make_product_type(more)
    for collection in (facts["collection"], _another_collection(facts["channel"], number)):
        add_products(collection=collection, products=[product])
    taken = make_product(seller=facts["seller"])
    make_takedown(taken)
    _grow_house(facts["seller"], number)


def _suggested(category: Category) -> list[Any]:
    return [each.attribute for each in category.category_attributes.select_related("attribute")]


def _another_collection(channel: Any, number: int) -> Any:
    collection = create_collection(name=f"Gifts {number}")
    list_collection(collection=collection, channel=channel, is_published=True)
    return collection


def _grow_house(seller: Seller, number: int) -> None:
    owner = seller.members.filter(role="OWNER").select_related("user")[0].user
    invite_member(seller=seller, email=f"moi{number}@example.org", role="PACKER", by=owner, now=timezone.now())
    make_responsible_person(seller)
    for webhook in (make_webhook(seller=seller), make_webhook(), *Webhook.objects.filter(seller=seller)[:1]):
        make_delivery(webhook, attempts=number + 1)
    for owner_of_it in (seller, None):
        _grow_carriers(owner_of_it)
    make_own_delivery(seller, number + 1)
    preview_stock_import(seller=seller, file_name="kho.csv", content=b"SKU,Qty\nX,1\nY,2\n", by=owner)
    export = start_export(seller=seller, by=owner, file_type="CSV", headers="vi")
    type(export).objects.filter(pk=export.pk).update(status="SUCCESS", file=f"{number}.csv")


def _grow_carriers(seller: Seller | None) -> None:
    """An account with one more carrier, as long as there are carriers."""
    connected = set(CarrierAccount.objects.filter(seller=seller).values_list("carrier", flat=True))
    wanting = [code for code, carrier in carriers().items() if carrier.account_fields and code not in connected]
    if wanting:
        make_carrier_account(wanting[0], seller=seller)
