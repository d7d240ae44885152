"""``signed_attachment_url`` and ``open_attachment``: a file is opened by a link that ends, never by its id."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils import timezone

from orders.attachments.store import attachment_storage
from orders.attachments.stored_file import StoredFile
from orders.evidence.evidence_file import EvidenceFile
from orders.messages.message import MessageFile
from orders.quotes.quote_request import QuoteRequestFile

LIFETIME = timedelta(hours=1)
_SALT = "orders.attachment"
_KINDS: dict[str, type[StoredFile]] = {"e": EvidenceFile, "m": MessageFile, "q": QuoteRequestFile}


class AttachmentNotOpened(LookupError):
    """The token is not ours, is over, or its file is gone. Which of them is nobody's business."""


def signed_attachment_url(file: StoredFile, *, now: datetime | None = None) -> str:
    """A link that opens this file and no other for an hour. Who gets one is decided where it is made."""
    until = int(((now or timezone.now()) + LIFETIME).timestamp())
    letter = next(letter for letter, kind in _KINDS.items() if isinstance(file, kind))
    token = signing.dumps([letter, file.pk.hex, until], salt=_SALT)
    return f"{settings.PUBLIC_URL}/documents/{token}"


def open_attachment(token: str) -> tuple[str, bytes, str]:
    """File name, content and its type; raises ``AttachmentNotOpened``."""
    try:
        letter, key, until = signing.loads(token, salt=_SALT)
        found = _KINDS[letter]._default_manager.filter(pk=UUID(key)).first()
    except (signing.BadSignature, ValueError, TypeError, KeyError) as error:
        raise AttachmentNotOpened("not a token of ours") from error
    if until < timezone.now().timestamp() or found is None:
        raise AttachmentNotOpened("the token is over, or its file is gone")
    try:
        with attachment_storage().open(found.file, "rb") as opened:
            return found.name, bytes(opened.read()), found.file_type
    except FileNotFoundError as error:
        raise AttachmentNotOpened("there is no such file") from error
