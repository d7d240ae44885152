"""What looks private is masked; what doesn't is left as it is."""

import pytest

from marketplace.observability.logs.private_values import MASK, without_private_values

PRIVATE = [
    "sanne@example.org",
    "an.nguyen+shop@thu.example.vn",
    "+31 30 230 0101",
    "+842740100900",
    "0274 010 0900",
    "NL91 ABNA 0417 1643 00",
    "DE89370400440532013000",
    "4242 4242 4242 4242",
    "4000056655665556",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl",
    "Bearer abcdef0123456789",
    "sk_live_51Habcdefgh",
    "whsec_abcdef012345",
    "pi_3Abc_secret_Xyz012",
    "WyJhIl0:1vabcd:Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4",
    "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4A1b",
]


@pytest.mark.parametrize("value", PRIVATE)
def test_it_is_masked_alone_and_within_a_text(value: str) -> None:
    assert without_private_values(value) == MASK
    text = without_private_values(f"it said: '{value}' and went")
    assert value not in text
    assert text.startswith("it said: '") and text.endswith(" and went")


def test_addresses_lose_their_query_and_their_password() -> None:
    text = without_private_values("GET https://user:pass@api.example/orders?email=x&token=y gave 500")
    assert text == f"GET https://{MASK}@api.example/orders?{MASK} gave 500"


@pytest.mark.parametrize(
    "value",
    [
        "reaction failed",
        "BDM-2026-000123",
        "0af7651916cd43dd8448eb211c80319c",
        "7d5ec1f2-5a6b-4c1e-9a0e-6f1f3d1c2b3a",
        "2026-11-22T22:58:45.757712Z",
        "marketplace/events/deliver.py:98 _run",
        "orders.letters.order_placed.mail_order_placed",
        "SELECT orders_order.id FROM orders_order WHERE id = %s",
        "documents/<str:token>",
        "django.db.utils.IntegrityError < psycopg.errors.UniqueViolation",
        "1234567890123456",
        "a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2",
    ],
)
def test_what_is_needed_stays(value: str) -> None:
    assert without_private_values(value) == value
