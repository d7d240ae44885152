"""What programs read about a thing: its facts, and the public events of its way."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings

from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.links.level import Level
from catalog.traceability.links.link import Link
from catalog.traceability.links.providers.pages import shown_products
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

JSON_LD, JSON = "application/ld+json", "application/json"
_FACTS, _EVENTS = _("Facts of the product for programs"), _("Events of its way for programs (EPCIS)")


def master_data(level: Level, language: str) -> Iterator[Link]:
    """Of a product that the public may see."""
    if shown_products(level):
        href = f"{settings.PUBLIC_URL}/master-data{level.path}"
        yield Link("masterData", href, gettext(language, _FACTS), (), JSON_LD)


def public_events(level: Level, language: str) -> Iterator[Link]:
    """Where at least one event of exactly this thing is for everybody."""
    if EventThing.objects.filter(uri=level.uri, event__audience=Audience.PUBLIC).exists():
        href = f"{settings.PUBLIC_URL}/epcis/epcs/{quote(level.uri, safe='')}/events"
        yield Link("epcis", href, gettext(language, _EVENTS), (), JSON)
