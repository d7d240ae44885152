"""Thousands of "look at this again" that the loading has published, as the hundred that bulk verbs would have.

Who reacts to these events reads what is there by then, so that once is as good as forty times; and whoever visits the
demo in its first minute does not wait for a letter behind all of them.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db.models import QuerySet

from catalog.events import ProductChanged, ProductsChanged, StockChanged
from i18n.events import TextsTranslated
from marketplace.events.event import Event
from marketplace.events.models import OutboxMessage
from marketplace.sellers.events import SellerUpdated

Key = TypeVar("Key", int, str)
AT_ONCE = 20
"""Records of one event: few enough that nobody waits long for the database while it is delivered."""


def gather_events() -> None:
    """Say everything once. Call it at the end of the transaction of the loading, before anybody delivers."""
    products = _waiting(ProductChanged)
    _replace(products, [ProductsChanged(some) for some in _some(_distinct(products, "product_id"))])
    stocks = _waiting(StockChanged)
    _replace(stocks, [StockChanged(pk) for pk in _distinct(stocks, "variant_id")])
    sellers = _waiting(SellerUpdated)
    _replace(sellers, [SellerUpdated(pk) for pk in _distinct(sellers, "seller_id")])
    texts = _waiting(TextsTranslated)
    _replace(texts, list(_translated(texts)))


def _waiting(event_class: type[Event]) -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(name=event_class.__name__).order_by("created_at", "sequence")


def _distinct(messages: QuerySet[OutboxMessage], key: str) -> list[int]:
    return list(dict.fromkeys(message.payload[key] for message in messages))


def _translated(messages: QuerySet[OutboxMessage]) -> Iterator[TextsTranslated]:
    records: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for message in messages:
        said = TextsTranslated(**message.payload)
        records[said.subject, said.language].update(dict.fromkeys(said.object_ids))
    for (subject, language), ids in records.items():
        for some in _some(list(ids)):
            yield TextsTranslated(subject=subject, object_ids=some, language=language)


def _some(keys: Sequence[Key]) -> Iterator[list[Key]]:
    for start in range(0, len(keys), AT_ONCE):
        yield list(keys[start : start + AT_ONCE])


def _replace(messages: QuerySet[OutboxMessage], events: Sequence[Event]) -> None:
    """The events take the places of the first messages, before what was published after these; the others go."""
    rows = list(messages)
    kept = rows[: len(events)]
    for row, event in zip(kept, events, strict=True):
        row.name, row.payload = type(event).__name__, dataclasses.asdict(event)
    OutboxMessage.objects.bulk_update(kept, ["name", "payload"])
    OutboxMessage.objects.filter(pk__in=[row.pk for row in rows[len(events) :]]).delete()
