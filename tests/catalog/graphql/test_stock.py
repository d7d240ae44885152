"""Stock through the API: who may, and what is answered."""

from typing import Any

import pytest

from catalog.models import Stock, StockMovement, Warehouse
from catalog.stock.set_policy import set_stock_policy
from marketplace.accounts.models import User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.cast import Cast, assemble
from tests.factories.catalog import make_product, make_sellable_variant, make_stock, make_variant

pytestmark = pytest.mark.django_db
DEEDS = {
    "stockReceive": "quantity: 2",
    "stockWriteOff": 'quantity: 2, reason: "Vỡ"',
}


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def stock(cast: Cast) -> Stock:
    return make_stock(make_variant(make_product(seller=cast.woodworks.seller)), 9)


def ask(document: str, user: User | None) -> dict[str, Any]:
    return execute(document, {}, token=make_access_token(user) if user else None).to_dict()


def codes(answer: dict[str, Any]) -> set[str]:
    if answer.get("errors"):
        return {error["extensions"]["code"] for error in answer["errors"]}
    return {error["code"] for payload in answer["data"].values() for error in payload["errors"]}


@pytest.mark.parametrize("deed", sorted(DEEDS))
def test_only_managers_of_the_seller_move_pieces(cast: Cast, stock: Stock, deed: str) -> None:
    variant, place = to_global_id("ProductVariant", stock.variant_id), to_global_id("Warehouse", stock.warehouse_id)
    document = f"""mutation {{ {deed}(variantId: "{variant}", warehouse: "{place}", {DEEDS[deed]}) {{
      productVariant {{ stocks {{ quantity }} }} errors {{ field code }} }} }}"""
    house = cast.woodworks
    for user in (None, cast.buyer, cast.pottery.owner, cast.operator, house.packer):
        assert codes(ask(document, user)) <= {"UNAUTHENTICATED", "NOT_FOUND", "PERMISSION_DENIED"}
    assert StockMovement.objects.count() == 1
    assert codes(ask(document, house.manager)) == set()
    movement = StockMovement.objects.order_by("pk").last()
    assert movement is not None
    assert movement.by == house.manager


def test_refusals_name_their_field(cast: Cast, stock: Stock) -> None:
    variant, place = to_global_id("ProductVariant", stock.variant_id), to_global_id("Warehouse", stock.warehouse_id)
    foreign = to_global_id("Warehouse", Warehouse.objects.create(seller=cast.pottery.seller, name="Lạ").pk)

    def errors(deed: str, rest: str) -> list[dict[str, str]]:
        answer = ask(f'mutation {{ {deed}(variantId: "{variant}", {rest}) {{ errors {{ field code }} }} }}',
                     cast.woodworks.owner)  # fmt: skip
        found: list[dict[str, str]] = answer["data"][deed]["errors"]
        return found

    assert errors("stockWriteOff", f'warehouse: "{place}", quantity: 10, reason: "Vỡ"') == [
        {"field": "quantity", "code": "INSUFFICIENT_STOCK"}
    ]
    assert errors("stockWriteOff", f'warehouse: "{place}", quantity: 1, reason: " "') == [
        {"field": "reason", "code": "REQUIRED"}
    ]
    assert errors("stockReceive", f'warehouse: "{foreign}", quantity: 1') == [
        {"field": "warehouse", "code": "NOT_FOUND"}
    ]
    assert errors("stockTransfer", f'fromWarehouse: "{place}", toWarehouse: "{place}", quantity: 1') == [
        {"field": "toWarehouse", "code": "INVALID"}
    ]
    for quantity in (0, -1, 1_000_000_001):
        assert errors("stockReceive", f'warehouse: "{place}", quantity: {quantity}') == [
            {"field": "quantity", "code": "INVALID"}
        ]
    assert StockMovement.objects.count() == 1


def test_a_buyer_is_told_how_it_can_be_had_and_nothing_more(cast: Cast) -> None:
    variant = make_sellable_variant(stock=0, lead_time_days=10)
    set_stock_policy(variant=variant, mode="MADE_TO_ORDER", most_promised=700)
    id = to_global_id("ProductVariant", variant.pk)
    document = f"""{{ productVariant(id: "{id}", channel: "vn") {{
      availability {{ mode quantity shipsFrom }} quantityAvailable }} }}"""
    found = ask(document, None)["data"]["productVariant"]
    assert found["availability"]["mode"] == "MADE_TO_ORDER"
    assert found["availability"]["quantity"] == found["quantityAvailable"] == 50
    assert found["availability"]["shipsFrom"] is not None
    hidden = ask(f'{{ productVariant(id: "{id}", channel: "vn") {{ stockPolicy {{ mostPromised }} }} }}', cast.buyer)
    assert hidden["data"]["productVariant"]["stockPolicy"] is None
    assert hidden["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED"


def test_movements_are_for_the_members(cast: Cast, stock: Stock) -> None:
    seller = to_global_id("Seller", cast.woodworks.seller.pk)
    document = f"""{{ stockMovements(seller: "{seller}") {{ edges {{ node {{
      kind quantity quantityAfter productVariant {{ sku }} warehouse {{ name }} }} }} }} }}"""
    [edge] = ask(document, cast.woodworks.packer)["data"]["stockMovements"]["edges"]
    assert (edge["node"]["kind"], edge["node"]["quantityAfter"]) == ("OPENING", 9)
    for user in (None, cast.buyer, cast.pottery.owner):
        assert ask(document, user).get("errors")
