"""One's own account through the API, and nobody else's."""

import json

import pytest

from marketplace.accounts.models import Address, User
from marketplace.graphql import to_global_id
from tests.cast import assemble
from tests.factories.accounts import PASSWORD, make_user
from tests.marketplace.accounts.api import ask, call, do, outcome, snapshot

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message }"
ME = """{ me {
  id email firstName lastName languageCode isStaff isConfirmed permissions totpEnabled
  addresses { id city formatted country { code country } } defaultShippingAddress { id }
} }"""
CREATE = f"""mutation ($input: AddressInput!, $default: Boolean) {{
  accountAddressCreate(input: $input, isDefault: $default) {{ address {{ id cityArea phone }} {ERRORS} }} }}"""
UPDATE = f"""mutation ($id: ID!, $input: AddressInput!) {{
  accountAddressUpdate(id: $id, input: $input) {{ address {{ id city }} {ERRORS} }} }}"""
DELETE = f"mutation ($id: ID!) {{ accountAddressDelete(id: $id) {{ user {{ addresses {{ id }} }} {ERRORS} }} }}"
DEFAULT = f"mutation ($id: ID!) {{ accountSetDefaultAddress(id: $id) {{ {ERRORS} }} }}"
UTRECHT = {"streetAddress1": "Voorbeeldgracht 13", "postalCode": "3511AB", "city": "Utrecht", "country": "NL"}


def test_me_is_null_for_nobody_and_complete_for_oneself() -> None:
    cast = assemble()
    assert ask("{ me { id } }") == {"me": None}
    me = ask(ME, actor=cast.buyer, language="nl")["me"]
    assert me["email"] == "sanne@example.org"
    assert me["languageCode"] == "NL"
    assert me["addresses"][0]["country"] == {"code": "NL", "country": "Nederland"}
    assert me["addresses"][0]["formatted"][-1] == "NEDERLAND"
    assert me["defaultShippingAddress"]["id"] == me["addresses"][0]["id"]
    staff = ask(ME, actor=cast.expo_officer)["me"]
    assert (staff["isStaff"], staff["permissions"]) == (True, ["expo.door", "expo.manage"])


def test_own_addresses_are_kept_changed_and_deleted() -> None:
    user = make_user()
    vietnamese = {
        "streetAddress1": "1",
        "cityArea": "dĩ an",
        "countryArea": "bình dương",
        "country": "VN",
        "phone": "0274 3822 222",
    }
    first = do(CREATE, {"input": vietnamese}, actor=user)["address"]
    assert first["cityArea"] == "Phường Dĩ An"
    assert first["phone"] == "+842743822222"
    second = do(CREATE, {"input": UTRECHT, "default": True}, actor=user)["address"]
    assert ask(ME, actor=user)["me"]["defaultShippingAddress"]["id"] == second["id"]
    do(DEFAULT, {"id": first["id"]}, actor=user)
    changed = do(UPDATE, {"id": second["id"], "input": {**UTRECHT, "city": "Delft"}}, actor=user)["address"]
    assert changed["id"] == second["id"]
    assert changed["city"].upper() == "DELFT"
    assert do(DELETE, {"id": first["id"]}, actor=user)["user"]["addresses"] == [{"id": second["id"]}]
    assert ask(ME, actor=user)["me"]["defaultShippingAddress"]["id"] == second["id"]


def test_address_problems_name_their_fields() -> None:
    result = call(CREATE, {"input": {"country": "NL", "postalCode": "x"}}, actor=make_user())
    assert result.data is not None
    errors = {(error["field"], error["code"]) for error in result.data["accountAddressCreate"]["errors"]}
    assert ("postalCode", "INVALID") in errors
    assert ("streetAddress1", "REQUIRED") in errors
    assert not Address.objects.exists()


def test_addresses_of_others_cannot_be_reached_by_guessing() -> None:
    cast = assemble()
    theirs = to_global_id("Address", cast.buyer.default_shipping_address_id)
    sellers = to_global_id("Address", cast.woodworks.seller.address_id)
    before = snapshot("accounts")
    for actor in (cast.pottery.owner, cast.operator):
        for document, more in ((UPDATE, {"input": UTRECHT}), (DELETE, {}), (DEFAULT, {})):
            for target in (theirs, sellers, to_global_id("Address", 10**9)):
                assert outcome(call(document, {"id": target, **more}, actor=actor)) == "NOT_FOUND"
            for nonsense in (
                "x",
                to_global_id("User", 1),
                to_global_id("Address", "1e3"),
                to_global_id("Address", 10**30),
            ):
                assert outcome(call(document, {"id": nonsense, **more}, actor=actor)) == "GRAPHQL_ERROR"
    assert snapshot("accounts") == before


def test_name_and_language() -> None:
    user = make_user()
    user_fields = "user { firstName lastName languageCode }"
    update = f"mutation ($i: AccountInput!) {{ accountUpdate(input: $i) {{ {user_fields} {ERRORS} }} }}"
    payload = do(update, {"i": {"firstName": " An\n Na ", "languageCode": "ZH_HANS"}}, actor=user)
    assert payload["user"] == {"firstName": "An Na", "lastName": user.last_name, "languageCode": "ZH_HANS"}
    assert outcome(call(update, {"i": {"lastName": "x" * 151}}, actor=user)) == "INVALID"


def test_password_change() -> None:
    user = make_user()
    change = (
        f"mutation ($o: String!, $n: String!) {{ passwordChange(oldPassword: $o, newPassword: $n) {{ {ERRORS} }} }}"
    )
    assert outcome(call(change, {"o": "wrong", "n": "an-entirely-new-passphrase"}, actor=user)) == "INVALID_PASSWORD"
    assert outcome(call(change, {"o": PASSWORD, "n": "1234567890"}, actor=user)) == "PASSWORD_TOO_COMMON"
    do(change, {"o": PASSWORD, "n": "an-entirely-new-passphrase"}, actor=user)
    assert User.objects.get(pk=user.pk).check_password("an-entirely-new-passphrase")


def test_export_and_erasure() -> None:
    cast = assemble()
    exported = do(f"mutation {{ accountDataExport {{ json {ERRORS} }} }}", actor=cast.woodworks.packer)["json"]
    assert json.loads(exported)["sellers"]["memberships"][0]["role"] == "PACKER"
    erase = f"mutation ($p: String!) {{ accountErase(password: $p) {{ kept {ERRORS} }} }}"
    assert outcome(call(erase, {"p": "wrong"}, actor=cast.buyer)) == "INVALID_PASSWORD"
    assert outcome(call(erase, {"p": PASSWORD}, actor=cast.woodworks.owner)) == "NOT_POSSIBLE_NOW"
    assert do(erase, {"p": PASSWORD}, actor=cast.buyer)["kept"] == []
    assert not User.objects.filter(email="sanne@example.org").exists()


def test_rules_for_address_forms() -> None:
    rules = """query ($c: CountryCode!, $a: String) { addressValidationRules(countryCode: $c, countryArea: $a) {
      countryCode countryName requiredFields allowedFields postalCodeExamples
      cityAreaChoices { raw verbose } countryAreaChoices { raw } } }"""
    vietnam = ask(rules, {"c": "VN"}, language="nl")["addressValidationRules"]
    assert vietnam["countryName"] == "Vietnam"
    assert vietnam["requiredFields"] == ["country", "streetAddress1", "cityArea", "countryArea"]
    assert len(vietnam["cityAreaChoices"]) == 36
    assert ask(rules, {"c": "VN", "a": "Hà Nội"})["addressValidationRules"]["cityAreaChoices"] == []
    assert ask(rules, {"c": "../etc/passwd"})["addressValidationRules"] is None
