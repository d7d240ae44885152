"""MyVNPost's HTTP: a token for user, password and customer, and answers of several shapes."""

from __future__ import annotations

from collections.abc import Mapping

from logistics.carrier import Account, CredentialsRefused
from logistics.carriers.found import Found
from logistics.carriers.http import Answer, base_url, call
from logistics.carriers.token import Tokens

CODE = "vnpost"
REAL = "https://connect-my.vnpost.vn/customer-partner"
TRIAL = "https://my-uat.vnpost.vn/MYVNP_API/customer-partner"
_HOUR = 3600
_TOKENS = Tokens(seconds=_HOUR - 100)


def ask(
    account: Account, method: str, path: str, *, query: Mapping[str, str] | None = None, body: object = None
) -> Found:
    """What the carrier tells; with a new token where the one that was kept has run out (401, 403)."""

    def work(token: str) -> Found:
        headers = {"token": token}
        return accepted(call(CODE, method, address(account) + path, headers=headers, query=query, body=body))

    return _TOKENS.use(account, lambda: _obtain(account), work)


def address(account: Account) -> str:
    return base_url(account.settings, test=account.test, trial=TRIAL, real=REAL)


def sign_in(account: Account) -> None:
    """A new token, whatever is kept: only right credentials get one."""
    _obtain(account)


def _obtain(account: Account) -> str:
    names = {"username": "username", "password": "password", "customerCode": "customer_code"}
    body = {wanted: account.settings.get(name, "") for wanted, name in names.items()}
    answer = call(CODE, "POST", f"{address(account)}/GetAccessToken", body=body)
    told = accepted(answer)
    token = told["token"].text()
    if not token:
        raise CredentialsRefused(CODE)
    return token


def accepted(answer: Answer) -> Found:
    """The answer, out of the ``data`` that some of them are wrapped in.

    A no comes as a status of its own, or with 200 and ``success`` false.
    """
    told = answer.json()
    said = told.get("message").text() or told.get("Message").text() or told.get("errorMessage").text()
    if not answer.is_success or told.get("success").value is False:
        raise answer.refused("refused", said)
    return told["data"] if told.get("data").value is not None else told
