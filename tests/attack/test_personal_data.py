"""The register of personal data is whole and true, and erasure takes away what it says."""

from dataclasses import replace
from typing import Any

import pytest

from marketplace.accounts.addresses.saved import save_address
from marketplace.accounts.consents.purpose import ConsentPurpose
from marketplace.accounts.privacy.erase import erase_account
from marketplace.accounts.privacy.registry import erasures, exports
from marketplace.periodic import JOBS
from orders.models import Order
from tests.api.tables import stored
from tests.attack.personal_data import PAGE, page, register, registered, suspects
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.orders import UTRECHT, make_checkout, make_paid_order

REGISTER = register()
ROWS = {row["model"]: row for row in REGISTER["record"]}
GROUNDS = {"consent", "contract", "law", "interest"}


def test_every_field_that_looks_like_a_persons_is_in_the_register() -> None:
    known = registered(REGISTER) | set(REGISTER["acting"]["fields"]) | set(REGISTER["not_personal"])
    assert suspects() - known == set(), "say in infra/security/personal-data.toml what it is for, or why it is nobody's"


def test_the_register_names_nothing_that_is_not_there() -> None:
    from django.apps import apps

    for name in registered(REGISTER) | set(REGISTER["acting"]["fields"]) | set(REGISTER["not_personal"]):
        app, model, field = name.split(".")
        assert apps.get_model(app, model)._meta.get_field(field)


def test_nothing_is_in_two_lists() -> None:
    lists: list[set[str]] = [
        registered(REGISTER), set(REGISTER["acting"]["fields"]), set(REGISTER["not_personal"])
    ]  # fmt: skip
    assert not lists[0] & lists[1] and not lists[0] & lists[2] and not lists[1] & lists[2]


@pytest.mark.parametrize("model", sorted(ROWS))
def test_each_row_says_why_how_long_and_who_lets_go(model: str) -> None:
    row: dict[str, Any] = ROWS[model]
    assert row["basis"] in GROUNDS
    assert row["who"] and row["purpose"] and row["kept"]
    assert row["export"] in exports or len(row["export"].removeprefix("- ")) > 10
    assert row["erase"] in erasures or len(row["erase"].removeprefix("- ")) > 10
    assert not row["job"] or row["job"] in {job.name for job in JOBS}


def test_every_consent_has_its_purpose_in_the_consent_log() -> None:
    assert [model for model, row in ROWS.items() if row["basis"] == "consent" and not row.get("consent")] == []
    assert {purpose for row in ROWS.values() for purpose in row.get("consent", ())} == set(ConsentPurpose)


def test_the_page_is_that_of_the_register() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.attack.personal_data"


MARK = "kwispel"
"""In every such text; no random number or key has these letters."""
SAID = {
    "note": "Leave-it-with-the-neighbour-kwispel",
    "gift_message": "Happy-birthday-kwispel",
    "email": "secret-buyer-kwispel@example.org",
    "metadata": {"remark": "remark-kwispel"},
}


@pytest.mark.django_db
def test_after_erasure_no_table_has_what_only_the_person_said() -> None:
    """The whole database is read: what a package forgot to forget is found wherever it lies."""
    user = make_user(email=SAID["email"], first_name="Quirijnkwispel")
    save_address(user=user, address=replace(UTRECHT, street_address_1="Onvindbaarstraat kwispel 11"))
    order = make_paid_order()
    Order.objects.filter(pk=order.pk).update(user=user, status="DELIVERED", **SAID)
    make_checkout(user=user)
    assert any(MARK in row for rows in stored().values() for row in rows)

    erase_account(user=user, password=PASSWORD)

    left = {table: [row for row in rows if MARK in row] for table, rows in stored().items()}
    assert {table: rows for table, rows in left.items() if rows} == {}
