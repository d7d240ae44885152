"""Registering a piece: consent, the confirming letter, one per piece, forgetting."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from catalog.personal_data import erase_catalog, export_catalog
from catalog.refusal import Refused
from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.events import WarrantyRegistered
from catalog.traceability.shopper.warranty.forget import forget_warranties
from catalog.traceability.shopper.warranty.letter import mail_warranty
from catalog.traceability.shopper.warranty.register import (
    WarrantyData,
    WarrantyLinkOver,
    after_months,
    confirm_warranty,
    make_token,
    register_warranty,
)
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from catalog.traceability.shopper.warranty.terms import set_warranty_terms
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from tests.factories.accounts import make_user
from tests.factories.traceability import make_code

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def code() -> TraceCode:
    made = make_code()
    set_warranty_terms(product=made.lot.variant.product, months=24)
    return made


def data(**overrides: Any) -> WarrantyData:
    values = {"email": "Anna@Example.org", "bought_on": date(2026, 11, 2), "consents": True, "language": "nl"}
    return WarrantyData(**{**values, **overrides})


def test_confirmed_by_the_link_in_the_letter(code: TraceCode) -> None:
    row = register_warranty(code=code, data=data(), now=NOW)
    assert (row.email, row.ends_on, row.confirmed_at) == ("anna@example.org", date(2028, 11, 2), None)
    mail_warranty(WarrantyRegistered(registration_id=str(row.pk)))
    letter = OutgoingLetter.objects.get(kind="WARRANTY_CONFIRM")
    assert letter.recipient == "anna@example.org"
    assert make_token(row).split(":")[0] in letter.text
    assert confirm_warranty(token=make_token(row), now=NOW).confirmed_at == NOW
    assert confirm_warranty(token=make_token(row), now=NOW + timedelta(days=1)).confirmed_at == NOW


def test_one_per_piece(code: TraceCode) -> None:
    first = register_warranty(code=code, data=data(), now=NOW)
    second = register_warranty(code=code, data=data(email="bo@example.org"), now=NOW)
    confirm_warranty(token=make_token(first), now=NOW)
    with pytest.raises(WarrantyLinkOver):
        confirm_warranty(token=make_token(second), now=NOW)
    with pytest.raises(Refused):
        register_warranty(code=code, data=data(email="cy@example.org"), now=NOW)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "anna"}, "email"),
        ({"consents": False}, "consents"),
        ({"bought_on": date(2026, 10, 1)}, "bought_on"),
        ({"bought_on": date(2026, 11, 22)}, "bought_on"),
        ({"bought_at": "x" * 201}, "bought_at"),
    ],
)
def test_what_is_refused_keeps_nothing(code: TraceCode, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        register_warranty(code=code, data=data(**wrong), now=NOW)
    assert refused.value.problems[0].field == field
    assert not WarrantyRegistration.objects.exists()


def test_no_terms_no_registration_and_no_flood_of_letters(code: TraceCode) -> None:
    for _ in range(3):
        register_warranty(code=code, data=data(), now=NOW)
    with pytest.raises(Refused) as refused:
        register_warranty(code=code, data=data(), now=NOW)
    assert refused.value.problems[0].code == "TOO_MANY"
    set_warranty_terms(product=code.lot.variant.product, months=0)
    with pytest.raises(Refused):
        register_warranty(code=code, data=data(email="other@example.org"), now=NOW)
    with pytest.raises(Refused):
        set_warranty_terms(product=code.lot.variant.product, months=601)


@pytest.mark.parametrize("token", ["", "x", "IjEi:1:2", "a" * 4000])
def test_tokens_of_nobody(token: str) -> None:
    with pytest.raises(WarrantyLinkOver):
        confirm_warranty(token=token, now=NOW)


def test_forgotten_in_time(code: TraceCode) -> None:
    row = register_warranty(code=code, data=data(), now=NOW)
    other = register_warranty(code=code, data=data(email="bo@example.org"), now=NOW)
    confirm_warranty(token=make_token(row), now=NOW)
    assert forget_warranties(now=NOW + timedelta(days=2)) == 0
    assert forget_warranties(now=NOW + timedelta(days=4)) == 1
    assert not WarrantyRegistration.objects.filter(pk=other.pk).exists()
    assert forget_warranties(now=datetime(2029, 11, 2, tzinfo=UTC)) == 0
    assert forget_warranties(now=datetime(2029, 11, 4, tzinfo=UTC)) == 1


def test_given_to_and_erased_with_the_confirmed_account(code: TraceCode) -> None:
    row = register_warranty(code=code, data=data(), now=NOW)
    confirm_warranty(token=make_token(row), now=NOW)
    stranger = make_user(email="anna@example.org", is_confirmed=False)
    assert export_catalog(stranger)["warranties"] == []
    erase_catalog(stranger)
    assert WarrantyRegistration.objects.exists()
    stranger.is_confirmed = True
    assert export_catalog(stranger)["warranties"][0]["code"] == code.pk
    erase_catalog(stranger)
    assert not WarrantyRegistration.objects.exists()


def test_months() -> None:
    assert after_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert after_months(date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert after_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
