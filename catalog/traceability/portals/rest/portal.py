"""Any system that takes records of lots as JSON, at the address and under the names of fields that the seller enters.

``POST {url}/records`` with the record, the seller's key as a bearer token and our id as ``Idempotency-Key``: 200, 201
or 202 took it, 409 had it already, 400 and 422 refuse it. ``GET {url}/records/{id}`` says what became of it. Both
answer ``{"id", "status": "RECEIVED" | "ACCEPTED" | "REFUSED", "receipt", "reasons": [{"field", "message"}]}``.
Whoever joins a state system with an interface of its own puts such a gateway before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from catalog.traceability.portals.portal import (
    Connection,
    ExportFile,
    Portal,
    PortalAnswer,
    PortalTrouble,
    Reason,
    Record,
    Said,
)
from catalog.traceability.portals.rest.client import CODE, Answer, call
from catalog.traceability.portals.rest.mapped import mapped
from i18n.messages import gettext_noop as _

_TOOK = (200, 201, 202, 409)
_REFUSED = (400, 422)
_MOST_REASONS = 50
_STATUSES = frozenset(said.value for said in Said)


class Rest(Portal):
    code = CODE
    name = _("System with an interface over HTTP")
    by_hand = False

    def send(self, *, connection: Connection, key: str, record: Record) -> PortalAnswer:
        body = mapped(record, connection.mapping)
        answer = call("POST", f"{_base(connection)}/records", token=connection.token, key=key, body=body)
        if answer.status in _REFUSED:
            reasons = _reasons(answer.said) or (Reason("", answer.text("message", 500) or f"status {answer.status}"),)
            return PortalAnswer(Said.REFUSED, reference=answer.text("id", 100), reasons=reasons)
        return _answer(answer)

    def ask(self, *, connection: Connection, reference: str) -> PortalAnswer:
        address = f"{_base(connection)}/records/{quote(reference, safe='')}"
        return _answer(call("GET", address, token=connection.token))

    def files(self, record: Record) -> Sequence[ExportFile]:
        return ()


def _base(connection: Connection) -> str:
    if not connection.url:
        raise PortalTrouble(CODE, "there is no address", permanent=True)
    return connection.url.rstrip("/")


def _answer(answer: Answer) -> PortalAnswer:
    """Accepted is only what has a receipt."""
    if answer.status not in _TOOK:
        raise PortalTrouble(CODE, f"status {answer.status}", permanent=True)
    reference, receipt, status = answer.text("id", 100), answer.text("receipt", 100), answer.text("status", 20)
    if not reference or status not in _STATUSES:
        raise PortalTrouble(CODE, "the answer does not say what became of the record")
    if status == Said.ACCEPTED and not receipt:
        raise PortalTrouble(CODE, "accepted without a receipt")
    return PortalAnswer(Said(status), reference=reference, receipt=receipt, reasons=_reasons(answer.said))


def _reasons(said: dict[str, Any]) -> tuple[Reason, ...]:
    listed = said.get("reasons")
    found = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return tuple(
        Reason(str(row.get("field") or "")[:200], str(row.get("message") or "")[:500]) for row in found[:_MOST_REASONS]
    )


PORTAL = Rest()
