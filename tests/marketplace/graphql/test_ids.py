import base64

import pytest

from marketplace.graphql import BadGlobalID, from_global_id, integer_key, split_global_id, to_global_id
from tests.marketplace.graphql.shop import ask, codes


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def test_round_trip() -> None:
    assert to_global_id("Product", 7) == "UHJvZHVjdDo3"
    assert from_global_id("UHJvZHVjdDo3", "Product") == "7"
    assert split_global_id(to_global_id("Order", "a:b")) == ("Order", "a:b")
    assert integer_key("UHJvZHVjdDo3", "Product") == 7


@pytest.mark.parametrize(
    "value",
    ["", "7", "Product:7", "UHJvZHVjdDo3=", "UHJvZHVjdDo3\n", encoded("Product"), encoded("Product:"), encoded(":7"),
     encoded("Seller:7"), encoded("Product:\x00"), encoded("Pro duct:7"), "ÿ", base64.b64encode(b"\xff\xfe:7").decode(),
     "A" * 10_000],
)  # fmt: skip
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(BadGlobalID):
        from_global_id(value, "Product")


@pytest.mark.parametrize("key", ["x", "-1", "1.5", "٣", "9" * 19, "1e3"])
def test_integer_keys_fit_the_database(key: str) -> None:
    with pytest.raises(BadGlobalID):
        integer_key(to_global_id("Product", key), "Product")


def test_a_bad_id_is_an_error_of_its_field() -> None:
    result = ask('{ ware(id: "nonsense") { id } mine }')
    assert codes(result)[0] == "BAD_ID"
    assert result.data["ware"] is None


def test_types_answer_global_ids() -> None:
    ware = ask("query($id: ID!) { ware(id: $id) { id } }", {"id": to_global_id("Ware", 5)}).data["ware"]
    assert ware == {"id": to_global_id("Ware", 5)}
