"""VNPost's messages, the only ones of a Vietnamese carrier that are signed.

The signature (RSA, PKCS#1 v1.5, SHA-256) covers ``MYVNP``, the day of sending, and the number and the state of the
*first* order in the message. Whatever else stands there could have been added by anybody: further orders are left to
the next poll, and a moment counts only when it fits the signed one.
"""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import datetime, timedelta
from functools import partial

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from logistics.carrier import Account, CarrierEvent, WebhookEvent, WebhookRefused, WebhookRequest
from logistics.carriers.found import Found, read_json
from logistics.carriers.vnpost.client import CODE
from logistics.carriers.vnpost.moments import moment
from logistics.carriers.vnpost.statuses import STATUSES

_OLDEST = timedelta(days=3)
_FRAME = re.compile(r"-----[A-Z ]+-----")


def parse(account: Account, request: WebhookRequest) -> list[WebhookEvent]:
    told = read_json(request.body, partial(WebhookRefused, CODE))
    orders = told["data"].each()
    if not orders:
        raise WebhookRefused(CODE, "there is no order in it")
    first = orders[0]
    number, state, sent = first["itemCode"].text(), first["status"].text(), told["sendDate"]
    _verify(account, f"MYVNP{sent.text()}{number}{state}", told["signature"].text())
    status, incident = STATUSES.get(state, ("", None))
    event = CarrierEvent(status, state, _happened(first, moment(sent)), "", first.get("statusName").text(), incident)
    return [WebhookEvent(number, first.get("saleOrderCode").text(), event)]


def _happened(order: Found, sent: datetime) -> datetime:
    """The order's own moment when it is shortly before the signed one, which it cannot be checked against otherwise."""
    if not order.get("updatedDate"):
        return sent
    happened = moment(order["updatedDate"])
    return happened if sent - _OLDEST <= happened <= sent else sent


def _verify(account: Account, text: str, signature: str) -> None:
    try:
        _key(account).verify(b64decode(signature, validate=True), text.encode(), PKCS1v15(), SHA256())
    except (InvalidSignature, ValueError) as forged:
        raise WebhookRefused(CODE, "the signature is not the carrier's") from forged


def _key(account: Account) -> RSAPublicKey:
    """As VNPost prints it, however it was pasted: with or without its first and last line, in one line or in many."""
    bare = "".join(_FRAME.sub("", account.settings.get("webhook_key", "")).split())
    if not bare:
        raise WebhookRefused(CODE, "the account has no key to check messages by")
    text = f"-----BEGIN PUBLIC KEY-----\n{bare}\n-----END PUBLIC KEY-----"
    try:
        key = load_pem_public_key(text.encode())
    except (ValueError, UnsupportedAlgorithm) as broken:
        raise WebhookRefused(CODE, "the account's key to check messages by is none") from broken
    if not isinstance(key, RSAPublicKey):
        raise WebhookRefused(CODE, "the account's key to check messages by is no RSA key")
    return key
