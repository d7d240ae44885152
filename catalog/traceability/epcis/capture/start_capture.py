"""``start_capture``: accept a document; its events are captured by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.traceability.epcis.capture.capture_job import CaptureJob, ErrorBehaviour
from catalog.traceability.epcis.documents.read_body import read_body
from catalog.traceability.epcis.event import Audience

if TYPE_CHECKING:
    from marketplace.accounts.models import User
    from marketplace.sellers.models import Seller


MOST_WAITING = 50
"""Jobs of one seller at a time."""


class TooManyJobs(ValueError):
    """The seller's earlier documents are to be captured first."""


class TooManyEvents(ValueError):
    def __init__(self, found: int, most: int) -> None:
        super().__init__(f"{found} events; at most {most} are captured at once")
        self.found = found
        self.most = most


def start_capture(
    *,
    seller: Seller,
    by: User | None,
    media_type: str,
    body: bytes,
    most_events: int,
    error_behaviour: str = ErrorBehaviour.ROLLBACK,
    audience: str = Audience.CHAIN,
) -> CaptureJob:
    """Raises `UnknownMediaType`, `InvalidEvent` for an envelope that is none, `TooManyEvents` and
    `TooManyJobs`."""
    document = read_body(media_type, body)
    if len(document.events) > most_events:
        raise TooManyEvents(len(document.events), most_events)
    if CaptureJob.objects.filter(seller=seller, is_running=True).count() >= MOST_WAITING:
        raise TooManyJobs(f"{MOST_WAITING} documents are waiting")
    return CaptureJob.objects.create(
        seller=seller,
        by=by,
        media_type=media_type[:100],
        body=body,
        event_count=len(document.events),
        error_behaviour=error_behaviour,
        audience=audience,
    )
