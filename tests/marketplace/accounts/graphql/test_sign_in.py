"""Registering and signing in through the API."""

import pyotp
import pytest

from marketplace.accounts.models import RefreshToken, User
from marketplace.accounts.tokens import actor_of
from marketplace.accounts.tokens.issue import issue_tokens
from tests.factories.accounts import PASSWORD, make_user
from tests.marketplace.accounts.api import call, do, outcome, snapshot
from tests.marketplace.accounts.mailbox import letters, token_in
from tests.posted import posted

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message }"
REGISTER = (
    f"mutation ($input: AccountRegisterInput!) {{ accountRegister(input: $input) {{ requiresConfirmation {ERRORS} }} }}"
)
CONFIRM = f"mutation ($token: String!) {{ confirmEmail(token: $token) {{ isConfirmed {ERRORS} }} }}"
SIGN_IN = """mutation ($email: String!, $password: String!, $totp: String) {
  tokenCreate(email: $email, password: $password, totp: $totp) {
    token refreshToken user { email isStaff permissions } errors { field code message seconds }
  }
}"""
REFRESH = (
    f"mutation ($t: String!) {{ tokenRefresh(refreshToken: $t) {{ token refreshToken user {{ email }} {ERRORS} }} }}"
)
RESET = f"mutation ($email: String!) {{ requestPasswordReset(email: $email) {{ {ERRORS} }} }}"
SET = f"mutation ($t: String!, $password: String!) {{ setPassword(token: $t, password: $password) {{ {ERRORS} }} }}"


def sign_in(email: str, password: str = PASSWORD, **more: str) -> dict[str, str]:
    return {"email": email, "password": password, **more}


def test_register_confirm_sign_in_refresh() -> None:
    given = {"email": "Sanne@example.org", "password": PASSWORD, "languageCode": "NL"}
    assert do(REGISTER, {"input": given})["requiresConfirmation"] is True
    assert outcome(call(SIGN_IN, sign_in("sanne@example.org"))) == "ACCOUNT_NOT_CONFIRMED"
    token = token_in(letters()[0])
    assert do(CONFIRM, {"token": token})["isConfirmed"] is True
    assert outcome(call(CONFIRM, {"token": token})) == "INVALID"
    pair = do(SIGN_IN, sign_in("sanne@example.org"))
    assert pair["user"] == {"email": "sanne@example.org", "isStaff": False, "permissions": []}
    assert actor_of(pair["token"]) == User.objects.get()
    assert do(REFRESH, {"t": pair["refreshToken"]})["user"] == {"email": "sanne@example.org"}


def test_registering_a_known_address_answers_the_same() -> None:
    make_user(email="known@example.org")
    answers = [
        call(REGISTER, {"input": {"email": email, "password": PASSWORD}}).to_dict()
        for email in ("known@example.org", "unknown@example.org")
    ]
    assert answers[0] == answers[1]
    resets = [call(RESET, {"email": email}).to_dict() for email in ("known@example.org", "nobody@example.org")]
    assert resets[0] == resets[1]


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"email": "x"}, "email", "INVALID"),
        ({"password": "short"}, "password", "PASSWORD_TOO_SHORT"),
        ({"firstName": "x" * 151}, "firstName", "INVALID"),
        ({"redirectUrl": "https://evil.example"}, "redirectUrl", "INVALID"),
    ],
)
def test_refusals_name_the_field(given: dict[str, str], field: str, code: str) -> None:
    result = call(REGISTER, {"input": {"email": "a@example.org", "password": PASSWORD, **given}})
    assert result.data is not None
    error = result.data["accountRegister"]["errors"][0]
    assert (error["field"], error["code"]) == (field, code)
    assert "%(" not in error["message"]
    assert not User.objects.exists()


def test_reset_by_mail() -> None:
    user = make_user(email="a@example.org")
    do(RESET, {"email": "a@example.org"})
    token = token_in(letters()[0])
    assert outcome(call(SET, {"t": token, "password": "short"})) == "PASSWORD_TOO_SHORT"
    do(SET, {"t": token, "password": "an-entirely-new-passphrase"})
    assert outcome(call(SIGN_IN, sign_in("a@example.org"))) == "INVALID_CREDENTIALS"
    assert do(SIGN_IN, sign_in("a@example.org", "an-entirely-new-passphrase"))["token"]
    assert user.email == "a@example.org"


def test_mail_cannot_be_made_to_rain() -> None:
    make_user(email="a@example.org")
    outcomes = [outcome(call(RESET, {"email": "a@example.org"})) for _ in range(6)]
    assert outcomes == ["done"] * 4 + ["TOO_MANY_ATTEMPTS"] * 2
    letters()
    assert len(posted()) == 4


def test_guessing_is_stopped_with_the_seconds_to_wait() -> None:
    make_user(email="a@example.org")
    for _ in range(15):
        assert outcome(call(SIGN_IN, sign_in("a@example.org", "wrong"))) == "INVALID_CREDENTIALS"
    result = call(SIGN_IN, sign_in("a@example.org"))
    assert outcome(result) == "TOO_MANY_ATTEMPTS"
    assert result.data is not None
    assert 0 < result.data["tokenCreate"]["errors"][0]["seconds"] <= 900


def test_a_reused_refresh_token_stays_revoked_although_the_call_is_refused() -> None:
    user = make_user()
    first = issue_tokens(user).refresh
    second = do(REFRESH, {"t": first})["refreshToken"]
    RefreshToken.objects.filter(used_at__isnull=False).update(used_at="2026-01-01T00:00Z")
    assert outcome(call(REFRESH, {"t": first})) == "REFRESH_TOKEN_REUSED"
    assert outcome(call(REFRESH, {"t": second})) == "JWT_INVALID_TOKEN"
    assert outcome(call(REFRESH, {"t": "nonsense"})) == "JWT_INVALID_TOKEN"


def test_two_step_sign_in() -> None:
    user = make_user(email="a@example.org")
    started = do(f"mutation {{ totpStart {{ uri secret {ERRORS} }} }}", actor=user)
    assert started["uri"].startswith("otpauth://totp/")
    totp = pyotp.TOTP(started["secret"])
    confirm = f"mutation ($code: String!) {{ totpConfirm(code: $code) {{ recoveryCodes {ERRORS} }} }}"
    assert outcome(call(confirm, {"code": "1"}, actor=user)) == "TOTP_INVALID"
    codes = do(confirm, {"code": totp.now()}, actor=user)["recoveryCodes"]
    assert outcome(call(SIGN_IN, sign_in("a@example.org"))) == "TOTP_REQUIRED"
    assert outcome(call(SIGN_IN, sign_in("a@example.org", totp=totp.now()))) == "TOTP_INVALID", "spent by confirming"
    assert do(SIGN_IN, sign_in("a@example.org", totp=codes[0]))["token"]
    off = f"mutation ($p: String!, $c: String!) {{ totpDisable(password: $p, code: $c) {{ {ERRORS} }} }}"
    assert outcome(call(off, {"p": "wrong", "c": codes[1]}, actor=user)) == "INVALID_PASSWORD"
    do(off, {"p": PASSWORD, "c": codes[1]}, actor=user)
    assert do(SIGN_IN, sign_in("a@example.org"))["token"]


def test_token_verify_and_deactivate_all() -> None:
    user = make_user()
    access = issue_tokens(user).access
    verify = f"mutation ($t: String!) {{ tokenVerify(token: $t) {{ isValid user {{ email }} {ERRORS} }} }}"
    assert do(verify, {"t": access})["user"]["email"] == user.email
    do(f"mutation {{ tokensDeactivateAll {{ {ERRORS} }} }}", actor=user)
    assert do(verify, {"t": access}) == {"isValid": False, "user": None, "errors": []}


SIGNED_IN_ONLY = {
    "passwordChange": f'passwordChange(oldPassword: "{PASSWORD}", newPassword: "another-passphrase") {{ {ERRORS} }}',
    "tokensDeactivateAll": f"tokensDeactivateAll {{ {ERRORS} }}",
    "totpStart": f"totpStart {{ {ERRORS} }}",
    "totpConfirm": f'totpConfirm(code: "123456") {{ {ERRORS} }}',
    "totpDisable": f'totpDisable(password: "{PASSWORD}", code: "123456") {{ {ERRORS} }}',
    "accountUpdate": f'accountUpdate(input: {{firstName: "X"}}) {{ {ERRORS} }}',
    "accountAddressCreate": f'accountAddressCreate(input: {{country: "NL"}}) {{ {ERRORS} }}',
    "accountAddressUpdate": f'accountAddressUpdate(id: "QWRkcmVzczox", input: {{country: "NL"}}) {{ {ERRORS} }}',
    "accountAddressDelete": f'accountAddressDelete(id: "QWRkcmVzczox") {{ {ERRORS} }}',
    "accountSetDefaultAddress": f'accountSetDefaultAddress(id: "QWRkcmVzczox") {{ {ERRORS} }}',
    "accountDataExport": f"accountDataExport {{ {ERRORS} }}",
    "accountErase": f'accountErase(password: "{PASSWORD}") {{ {ERRORS} }}',
}


@pytest.mark.parametrize("name", SIGNED_IN_ONLY)
def test_the_anonymous_have_no_account_to_change(name: str) -> None:
    make_user()
    before = snapshot("accounts")
    assert outcome(call(f"mutation {{ {SIGNED_IN_ONLY[name]} }}")) == "UNAUTHENTICATED"
    assert snapshot("accounts") == before
