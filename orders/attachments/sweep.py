"""Remove attachments that no row names: what a transaction that was rolled back left behind."""

from datetime import datetime, timedelta

from orders.attachments.store import attachment_storage
from orders.evidence.evidence_file import EvidenceFile
from orders.messages.message import MessageFile
from orders.quotes.quote_request import QuoteRequestFile

OLD_ENOUGH = timedelta(days=1)


def sweep_attachments(now: datetime) -> int:
    """How many went. A file younger than a day may belong to a transaction that is still open. Run daily."""
    storage = attachment_storage()
    if not storage.exists(""):
        return 0
    named = {
        name
        for kind in (EvidenceFile, MessageFile, QuoteRequestFile)
        for name in kind._default_manager.values_list("file", flat=True)
    }
    stray = [
        name
        for name in storage.listdir("")[1]
        if name not in named and storage.get_modified_time(name) < now - OLD_ENOUGH
    ]
    for name in stray:
        storage.delete(name)
    return len(stray)
