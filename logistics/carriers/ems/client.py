"""EMS Vietnam's MerchantSite API: a token in the query, an envelope with a word for yes or no."""

from __future__ import annotations

from logistics.carrier import Account, CredentialsRefused
from logistics.carriers.found import Found
from logistics.carriers.http import base_url, call

CODE = "ems"
REAL = "https://ws.ems.com.vn"
TRIAL = "https://staging.ws.ems.com.vn"
_TOKEN_CODES = ("token", "unauth")


def ask(account: Account, path: str) -> Found:
    """``data`` of the answer; raises its refusal, which comes with status 200 as often as with another."""
    address = base_url(account.settings, test=account.test, trial=TRIAL, real=REAL)
    query = {"merchant_token": account.settings.get("merchant_token", "")}
    answer = call(CODE, "GET", f"{address}/api/v1/{path}", query=query)
    told = answer.json()
    code = told["code"].text()
    if answer.is_success and code.lower() == "success":
        return told["data"]
    if any(code.lower().startswith(start) for start in _TOKEN_CODES):
        raise CredentialsRefused(CODE)
    raise answer.refused(code or "no code", told.get("message").text())
