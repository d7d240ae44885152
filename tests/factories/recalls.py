"""Recalls and alarms of the mass balance for tests."""

from itertools import count
from typing import Any

from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.uris import lot_uri, party_uri
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.alarm import AlarmKind, BalanceAlarm
from catalog.traceability.recall.open_recall import RecallData, Words, open_recall
from tests.factories.epcis_world import shipped, write

_number = count(1)


def make_recalled(lot: Lot) -> dict[str, Any]:
    """An open recall of the lot, some of which an importer got."""
    number = next(_number)
    importer = TraceParty.objects.create(
        seller_id=lot.seller_id, name=f"Importer {number}", email=f"buying-{number}@importer.example", language="en"
    )
    write([shipped([(lot_uri(lot), 3)], party_uri(importer), hour=number, seller_id=lot.seller_id)])
    texts = {"vi": Words(f"Chân ghế có thể gãy {number}.", "Ngừng sử dụng và gửi lại.")}
    recall = open_recall(seller_id=lot.seller_id, lots=[lot], data=RecallData("INJURY", texts), by=None)
    return {"recall": recall, "recall_receiver": recall.receivers.get()}


def make_balance_alarm(lot: Lot) -> BalanceAlarm:
    return BalanceAlarm.objects.create(
        seller_id=lot.seller_id,
        kind=AlarmKind.MADE_ABOVE_MATERIAL,
        subject=f"process:{next(_number)}",
        lot=lot,
        allowed=5,
        found=6,
        uom="MTQ",
    )
