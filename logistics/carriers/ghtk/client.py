"""GHTK's HTTP: a token and a partner's code in the headers, and errors of business that come with status 200."""

from __future__ import annotations

from collections.abc import Mapping

from logistics.carrier import Account
from logistics.carriers.found import Found
from logistics.carriers.http import Answer, base_url, call

REAL = "https://services.giaohangtietkiem.vn"
TRIAL = "https://services-staging.ghtklab.com"


def reach(
    account: Account, method: str, path: str, *, query: Mapping[str, object] | None = None, body: object = None
) -> Answer:
    """The answer as it came; a bad token is a 403 with nothing in it, which `call` knows."""
    headers = {"Token": account.settings["token"]}
    if account.settings.get("partner_code"):
        headers["X-Client-Source"] = account.settings["partner_code"]
    address = base_url(account.settings, test=account.test, trial=TRIAL, real=REAL)
    return call("ghtk", method, f"{address}/services/{path}", headers=headers, query=query, body=body)


def ask(
    account: Account, method: str, path: str, *, query: Mapping[str, object] | None = None, body: object = None
) -> Found:
    """What a success says; raises the refusal of one that is none."""
    answer = reach(account, method, path, query=query, body=body)
    told = answer.json()
    if told["success"].value is not True:
        raise answer.refused(error_code(told) or "no code", told.get("message").text())
    return told


def error_code(told: Found) -> str:
    """``{"error": {"code": …}}`` of a new order, ``{"error_code": …}`` everywhere else."""
    return told.get("error").get("code").text() or told.get("error_code").text()
