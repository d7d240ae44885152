"""What may be said of a webhook."""

from collections.abc import Mapping, Sequence

from i18n.messages import gettext_noop as _
from marketplace.webhooks.address import AddressRefused, BadTarget, parse_target
from marketplace.webhooks.event_type import SUBSCRIBABLE

LONGEST_NAME = 120


class WebhookRefused(ValueError):
    """One thing wrong with what was said; ``message`` is a message id."""

    def __init__(self, field: str, message: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
        self.params = params or {}


def checked_name(name: str) -> str:
    """On one line; raises `WebhookRefused`."""
    tidy = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not tidy:
        raise WebhookRefused("name", _("A webhook needs a name."))
    if len(tidy) > LONGEST_NAME:
        message = _("This text is too long: at most %(longest)s characters.")
        raise WebhookRefused("name", message, {"longest": LONGEST_NAME})
    return tidy


def checked_url(url: str) -> str:
    """Raises `WebhookRefused` for what is no https address, or one inside a network."""
    text = url.strip()
    try:
        parse_target(text)
    except BadTarget:
        message = _("This must be a public address that begins with https:// and has no user, password or # in it.")
        raise WebhookRefused("target_url", message) from None
    except AddressRefused:
        message = _("This address is not one of the public internet.")
        raise WebhookRefused("target_url", message) from None
    return text


def checked_events(events: Sequence[str]) -> list[str]:
    """Each once, sorted; raises `WebhookRefused` for none and for unknown ones."""
    wanted = sorted(set(events))
    if not wanted or any(event not in SUBSCRIBABLE for event in wanted):
        raise WebhookRefused("events", _("Choose at least one event."))
    return wanted
