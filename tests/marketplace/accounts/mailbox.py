"""Reading the mail that was sent, as its receiver would."""

import re
from urllib.parse import parse_qs, urlsplit

from django.core import mail

from marketplace.events.deliver import deliver_pending
from tests.posted import posted


def letters() -> list[mail.EmailMessage]:
    """Deliver what is waiting and hand over all letters so far."""
    while deliver_pending():
        pass
    return list(posted())


def link_in(letter: mail.EmailMessage) -> str:
    met = re.search(r"https?://\S+", str(letter.body))
    assert met, "there is no link in the letter"
    return met[0]


def token_in(letter: mail.EmailMessage) -> str:
    return parse_qs(urlsplit(link_in(letter)).query)["token"][0]
