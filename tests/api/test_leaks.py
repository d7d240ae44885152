"""Nobody finds in any answer what is not theirs to know: every query, with every id there is, read by everybody."""

import itertools
import json
from typing import Any

import pytest
from graphql import get_named_type

from marketplace.schema import execute
from orders.models import Order
from tests.api.fitting import id_type
from tests.api.hostile import Arguments
from tests.api.questions import question, root_fields
from tests.api.world import World, gid

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

STAFF = ("operator@example.org", "expo@example.org", "Điều Hành")
WOODWORKS = ("owner.moc@example.org", "manager.moc@example.org", "packer.moc@example.org", "nhap-moc", "cho-moc",
             "ha-moc", "SCT-moc", "Xưởng kín moc", "Hãng kín moc", "shop-moc",
             "Bạn hàng kín moc", "Gỗ kín moc", "kin-moc")  # fmt: skip
INVITED = ("moi.moc@example.org", "moi.gom@example.org")
POTTERY = ("owner.gom@example.org", '"074180000016"', "nhap-gom", "cho-gom", "ha-gom", "SCT-gom", "Xưởng kín gom",
           "Hãng kín gom", "shop-gom", "Bạn hàng kín gom", "Gỗ kín gom", "kin-gom")  # fmt: skip
OF_MANAGERS = ("Hãng kín moc", "shop-moc", "Gỗ kín moc", "kin-moc")
UNPUBLISHED = ("kin@example.org", '"kin"', "nha-applied", "nha-rejected", "nha-suspended", "bo-kin")
BUYERS = ("sanne@example.org", "other.buyer@example.org", "guest@example.org", "Elders 9", "Geheim")
EXHIBITORS = ("stand@example.org", "3700000001")
ADDRESS = ("Voorbeeldgracht",)
MEETINGS = ("hop-kin-1", "gap@example.org", "hop-kin-gom", "ghi-kin-gom", "blind@example.org")
"""What the two of a meeting wrote, what a neighbour noted of a visitor, and addresses that visitors gave nobody."""
HIDDEN_FROM: dict[str, tuple[str, ...]] = {
    "nobody": (*MEETINGS, *STAFF, *INVITED, *WOODWORKS, *POTTERY, *UNPUBLISHED, *BUYERS, *EXHIBITORS, *ADDRESS),
    "buyer": (*MEETINGS[1:], *STAFF, *INVITED, *WOODWORKS, *POTTERY, *UNPUBLISHED, *BUYERS[1:], *EXHIBITORS),
    "other_buyer": (*MEETINGS, *STAFF, *INVITED, *WOODWORKS, *POTTERY, *UNPUBLISHED, "guest@example.org", *EXHIBITORS),
    "owner": (*MEETINGS[1:], *STAFF, INVITED[1], *POTTERY, *UNPUBLISHED, *BUYERS[1:], *EXHIBITORS),
    "packer": (*MEETINGS[1:], *STAFF, *INVITED, *OF_MANAGERS, *POTTERY, *UNPUBLISHED, *BUYERS[1:], *EXHIBITORS),
    "stranger_owner": (*MEETINGS, *STAFF, INVITED[0], *WOODWORKS, *UNPUBLISHED, *BUYERS, *EXHIBITORS),
    "expo_officer": (STAFF[0], STAFF[2], *INVITED, *WOODWORKS, *POTTERY, *UNPUBLISHED[2:], *BUYERS[1:], *ADDRESS),
}
"""The words that stand in the world only where the reader has no business."""


def variables_of(world: World, name: str) -> list[dict[str, Any]]:
    """The fitting arguments of a query, with every id of its type in every place for one; a guest's basket is whoever
    has its id's."""
    field = root_fields("Query")[name]
    plain = Arguments(world, "Query", name, field).fitting()
    left_out = {"filter", "search", "status", "variant", "token", "visitorToken"}
    plain = {key: value for key, value in plain.items() if key not in left_out}
    places = {
        key: [one for one in world.texts[f"ids of {id_type('Query', name, key)}"] if one != guests_basket(world)]
        for key, argument in field.args.items()
        if get_named_type(argument.type).name == "ID" and key in plain
    }
    if not places:
        return [plain, *({**plain, key: word} for key in ("code", "slug") if key in plain for word in world.texts[key])]
    return [{**plain, **dict(zip(places, chosen, strict=True))} for chosen in itertools.product(*places.values())]


def guests_basket(world: World) -> str:
    return gid("Checkout", world.facts["checkout"])


@pytest.mark.parametrize("name", list(root_fields("Query")))
def test_nobody_reads_what_is_not_theirs(world: World, name: str) -> None:
    documents: dict[Any, str] = {}
    for variables in variables_of(world, name):
        for everything in (True, False):
            key = (everything, *variables)
            if key not in documents:
                documents[key] = question("Query", name, depth=3, everything=everything, given=set(variables))
            for reader, hidden in HIDDEN_FROM.items():
                answer = execute(documents[key], variables, token=world.tokens[reader]).to_dict()
                if "cost" in str(answer.get("errors", ""))[:300]:
                    documents[key] = question("Query", name, depth=2, everything=everything, given=set(variables))
                    answer = execute(documents[key], variables, token=world.tokens[reader]).to_dict()
                text = json.dumps(answer.get("data"), ensure_ascii=False, default=str)
                found = [word for word in hidden if word in text]
                assert not found, (reader, variables, found, text[:3000])


def test_no_answer_holds_the_token_of_an_order(world: World) -> None:
    """It opens the order to whoever has it, so only its letters and the answer to its purchase tell it."""
    tokens = list(Order.objects.values_list("token", flat=True))
    for name in ("order", "orders", "myOrders", "sellerOrders", "sellerOrder"):
        for reader in ("buyer", "owner", "operator"):
            for variables in variables_of(world, name):
                document = question("Query", name, depth=2, everything=False, given=set(variables))
                text = execute(document, variables, token=world.tokens[reader]).to_json().decode()
                assert not [token for token in tokens if token in text]
