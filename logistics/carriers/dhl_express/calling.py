"""Calls of the MyDHL API (REST, version 3): where it is, who asks, and what its refusals mean."""

from __future__ import annotations

import uuid
from base64 import b64encode
from collections.abc import Mapping

from logistics.carrier import Account
from logistics.carriers.found import Found
from logistics.carriers.http import Answer, base_url, call

CODE = "dhl_express"
REAL = "https://express.api.dhl.com/mydhlapi"
TRIAL = "https://express.api.dhl.com/mydhlapi/test"


def ask(
    account: Account,
    method: str,
    path: str,
    *,
    query: Mapping[str, object] | None = None,
    body: object = None,
    reference: str = "",
) -> Answer:
    """``reference`` names the message in DHL's logs: 28 to 36 characters."""
    address = base_url(account.settings, test=account.test, trial=TRIAL, real=REAL) + path
    pair = f"{account.settings.get('username', '')}:{account.settings.get('password', '')}"
    headers = {
        "Authorization": "Basic " + b64encode(pair.encode()).decode(),
        "Message-Reference": reference or str(uuid.uuid4()),
        "x-version": "3.3.0",
    }
    return call(CODE, method, address, headers=headers, query=query, body=body)


def accepted(answer: Answer) -> Found:
    """What a successful answer says; raises the refusal of any other.

    A refusal is a problem document: ``title``, ``detail`` and sometimes ``additionalDetails``, one line each.
    """
    if answer.is_success:
        return answer.json()
    problem = answer.json()
    told = [problem.get("detail").text(), *(line.text() for line in problem.get("additionalDetails").each())]
    raise answer.refused(problem.get("title").text() or "no title", "; ".join(text for text in told if text))
