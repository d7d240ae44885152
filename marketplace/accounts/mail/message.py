"""A stored letter as the message that goes over the wire."""

import re
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from marketplace.accounts.mail.outgoing_letter import OutgoingLetter


def message_of(letter: OutgoingLetter, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """The same letter always has the same Message-ID. ``Auto-Submitted`` (RFC 3834) keeps automatic answers away."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        to=[letter.recipient],
        connection=connection,
        headers={
            "Message-ID": f"<{letter.pk.hex}@{host}>",
            "Date": format_datetime(timezone.now()),
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        # Twice: mail programs that know iMIP (RFC 6047) offer the alternative, the others show a file to open.
        message.attach_alternative(letter.calendar, f"text/calendar; method={_method(letter.calendar)}")
        message.attach("invite.ics", letter.calendar.encode(), "application/ics")
    return message


def _method(calendar: str) -> str:
    found = re.search(r"^METHOD:([A-Z]+)\r?$", calendar, re.MULTILINE)
    return found[1] if found else "PUBLISH"
