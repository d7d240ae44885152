"""The letters of a test: what was posted so far, sent, as their readers would get it."""

from django.core import mail

from marketplace.accounts.mail.send_waiting import send_waiting


def posted() -> list[mail.EmailMessage]:
    """Send what waits and hand over all letters so far, oldest first."""
    while send_waiting():
        pass
    return list(mail.outbox)
