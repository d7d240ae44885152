"""What DHL knows of a waybill."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from logistics.carrier import Account, CarrierError, CarrierEvent
from logistics.carriers.dhl_express.calling import CODE, accepted, ask
from logistics.carriers.dhl_express.statuses import STATUSES
from logistics.carriers.found import Found


def track(account: Account, tracking_number: str) -> list[CarrierEvent]:
    """Oldest first; a waybill that DHL does not know is refused."""
    query = {"trackingView": "all-checkpoints", "levelOfDetail": "shipment"}
    answer = ask(account, "GET", f"/shipments/{quote(tracking_number, safe='')}/tracking", query=query)
    lines = [line for shipment in accepted(answer)["shipments"].each() for line in shipment.get("events").each()]
    return sorted((_event(line) for line in lines), key=lambda event: event.occurred_at)


def _event(line: Found) -> CarrierEvent:
    code = line["typeCode"].text()
    status, incident = STATUSES.get(code, ("", None))
    places = line.get("serviceArea").each()
    return CarrierEvent(
        status=status,
        raw_code=code,
        occurred_at=_moment(line),
        place=places[0].get("description").text() if places else "",
        note=line.get("description").text(),
        incident=incident,
    )


def _moment(line: Found) -> datetime:
    """Day, time and offset stand apart. Without an offset nobody knows which moment is meant: a failure, no guess."""
    text = f"{line['date'].text()}T{line['time'].text()}{line['GMTOffset'].text()}"
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise CarrierError(CODE, f"{line.path} has no moment", permanent=False)
    return moment
