"""A copy of one's data, and its erasure."""

import json

import pytest

from marketplace.accounts.addresses.saved import delete_saved_address, save_address
from marketplace.accounts.models import Address, RefreshToken, SavedAddress, User
from marketplace.accounts.passwords.change import WrongPassword
from marketplace.accounts.privacy.erase import erase_account
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.accounts.privacy.registry import ErasureRefused, erasures, register_erasure
from marketplace.accounts.tokens.access import actor_of
from marketplace.accounts.tokens.issue import issue_tokens
from marketplace.events.models import OutboxMessage
from tests.cast import assemble
from tests.factories.accounts import PASSWORD, make_address, make_user

pytestmark = pytest.mark.django_db


def test_export_is_json_and_speaks_of_nobody_else() -> None:
    cast = assemble()
    exported = json.loads(json.dumps(export_personal_data(cast.buyer)))
    assert exported["accounts"]["email"] == "sanne@example.org"
    assert exported["accounts"]["addresses"][0]["street_address_1"] == "Voorbeeldgracht 12"
    text = json.dumps(exported)
    assert cast.buyer.password not in text
    assert cast.woodworks.owner.email not in text


def test_erasure_leaves_nothing_of_the_person() -> None:
    buyer = assemble().buyer
    access = issue_tokens(buyer).access
    with pytest.raises(WrongPassword):
        erase_account(user=buyer, password="wrong")
    assert User.objects.get(pk=buyer.pk).email == "sanne@example.org"

    erase_account(user=buyer, password=PASSWORD)
    erased = User.objects.get(pk=buyer.pk)
    assert (erased.first_name, erased.last_name, erased.is_active) == ("", "", False)
    assert erased.email.endswith("@erased.invalid")
    assert not erased.has_usable_password()
    assert actor_of(access) is None
    assert not RefreshToken.objects.filter(user=buyer).exists()
    assert not Address.objects.filter(last_name="Voorbeeld").exists()
    assert "sanne" not in json.dumps(list(OutboxMessage.objects.values_list("payload", flat=True)))


def test_erasure_is_refused_as_a_whole() -> None:
    user = make_user(first_name="Still", last_name="Here")

    def refuses(user: User) -> list[str]:
        raise ErasureRefused("settle first")

    register_erasure("zz-test", refuses)
    try:
        with pytest.raises(ErasureRefused):
            erase_account(user=user, password=PASSWORD)
    finally:
        del erasures["zz-test"]
    assert User.objects.get(pk=user.pk).first_name == "Still"


def test_what_the_law_makes_keep_is_said() -> None:
    register_erasure("zz-test", lambda user: ["Invoices stay for ten years."])
    try:
        assert "Invoices stay for ten years." in erase_account(user=make_user(), password=PASSWORD)
    finally:
        del erasures["zz-test"]


def test_deleting_the_default_address_promotes_the_oldest() -> None:
    user = make_user()
    first, second = (save_address(user=user, address=make_address().as_data()) for _ in range(2))
    assert user.default_shipping_address == first
    delete_saved_address(user=user, address=first)
    user.refresh_from_db()
    assert user.default_shipping_address == second
    assert SavedAddress.objects.filter(user=user).count() == 1
