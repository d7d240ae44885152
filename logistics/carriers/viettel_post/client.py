"""Viettel Post's HTTP: a token for a name and a password, and errors in an envelope that comes with status 200."""

from __future__ import annotations

from logistics.carrier import Account, CarrierError, CredentialsRefused
from logistics.carriers.found import Found
from logistics.carriers.http import Answer, base_url, call
from logistics.carriers.token import Tokens

CODE = "viettel_post"
REAL = "https://partner.viettelpost.vn"
TRIAL = "https://partnerdev.viettelpost.vn"
PASSING = "system error"
NOT_KNOWN = ("token invalid", "header token is required", "invalid owner account or password")
_tokens = Tokens(seconds=1800)


def ask(account: Account, path: str, body: object) -> Found:
    """The whole answer of a call with a token; raises the refusal of one that is none."""
    return _tokens.use(account, lambda: _token(account), lambda token: _post(account, path, body, token))


def _token(account: Account) -> str:
    """A short token for the name and password, and a long one for the short one."""
    credentials = {"USERNAME": account.settings["username"], "PASSWORD": account.settings["password"]}
    short = _post(account, "user/Login", credentials, "")["data"]["token"].text()
    return _post(account, "user/ownerconnect", credentials, short)["data"]["token"].text()


def _post(account: Account, path: str, body: object, token: str) -> Found:
    address = base_url(account.settings, test=account.test, trial=TRIAL, real=REAL)
    headers = {"Token": token} if token else {}
    answer = call(CODE, "POST", f"{address}/v2/{path}", headers=headers, body=body)
    told = answer.json()
    if told.get("error").value is True or told.get("status").value not in (None, 200):
        raise refusal(answer, told.get("message").text())
    return told


def refusal(answer: Answer, message: str) -> CarrierError:
    """There are no codes: the words say what it is."""
    words = message.lower()
    if any(known in words for known in NOT_KNOWN):
        return CredentialsRefused(CODE)
    if PASSING in words:
        return CarrierError(CODE, "system error", permanent=False)
    return answer.refused("no", message)
