"""GHN's HTTP: the token and the shop in the headers, an envelope with a code of its own in the answer."""

from __future__ import annotations

from logistics.carrier import Account, CarrierError
from logistics.carriers.found import Found
from logistics.carriers.http import Answer, base_url, call

REAL = "https://online-gateway.ghn.vn"
TRIAL = "https://dev-online-gateway.ghn.vn"
OK = 200


def ask(account: Account, path: str, body: object) -> Found:
    """``data`` of the answer; raises what `logistics.carriers.http.call` raises, and the refusal of an error code."""
    headers = {"Token": account.settings["token"], "ShopId": account.settings["shop_id"]}
    answer = call("ghn", "POST", f"{address(account)}/shiip/public-api/{path}", headers=headers, body=body)
    return _data(answer)


def address(account: Account) -> str:
    return base_url(account.settings, test=account.test, trial=TRIAL, real=REAL)


def _data(answer: Answer) -> Found:
    envelope = answer.json()
    if envelope["code"].whole() != OK:
        raise refusal(answer, envelope)
    return envelope["data"]


def refusal(answer: Answer, envelope: Found) -> CarrierError:
    return answer.refused(envelope.get("code_message").text() or "no code", envelope.get("message").text())
