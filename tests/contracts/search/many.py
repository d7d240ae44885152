"""Fifty thousand invented products in seven languages, put together from the judged catalogue's words."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from catalog.products.attributes.facts import AttributeFact
from catalog.search.document import Offer, ProductDocument, Texts
from i18n.languages import LANGUAGES
from tests.catalog.search.relevance.catalogue import Item, Trade, read_trades

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
MATERIALS = ("Gỗ sồi", "Gỗ tràm", "Gốm", "Mây", "Tre", "Vải lanh", "Thép")
CHANNELS = ("vn", "eu", "jp")


def documents(count: int) -> Iterator[ProductDocument]:
    """The same ones at every call; about a kilobyte of text each."""
    chance = random.Random(20261122)  # noqa: S311 - invented goods, nothing secret
    shelf = [(trade, item) for trade in read_trades() for item in trade.items]
    for number in range(1, count + 1):
        yield _document(number, chance.sample(shelf, 4), chance)


def words() -> list[tuple[str, str]]:
    """What may be typed, with the reader's language: whole names and single words of them."""
    names = [(name, each) for trade in read_trades() for item in trade.items for each, name in item.names.items()]
    return names + [(word, language) for name, language in names for word in name.split() if len(word) > 1]


def _document(number: int, found: list[tuple[Trade, Item]], chance: random.Random) -> ProductDocument:
    trade, item = found[0]
    return ProductDocument(
        product_id=number,
        version=1,
        texts={language: _texts(language, number, found) for language in LANGUAGES},
        source_language="vi",
        skus=(f"SKU-{number}",),
        gtins=(),
        hs_code=item.hs_code,
        seller_id=number % 200,
        craft=trade.craft,
        category_ids=(number % 400, 1000 + number % 40, 2000 + number % 6),
        material=chance.choice(MATERIALS),
        origin="VN",
        certificates=("FSC",) if number % 3 == 0 else (),
        facts=(
            AttributeFact("colour", chance.choice(("red", "blue", "green"))),
            AttributeFact("width", None, Decimal(10 + number % 290)),
        ),
        in_stock=number % 5 > 0,
        moq=1 + number % 500,
        lead_time_days=number % 90 or None,
        rating=Decimal(number % 40 + 10) / 10 if number % 2 else None,
        review_count=number % 2,
        created_at=NOW - timedelta(seconds=number),
        updated_at=NOW,
        offers=tuple(
            Offer(channel, Decimal(chance.randint(1, 5000) * 1000), None) for channel in CHANNELS[: number % 3 + 1]
        ),
    )


def _texts(language: str, number: int, found: list[tuple[Trade, Item]]) -> Texts:
    space = "" if language in {"zh-Hans", "ja"} else " "
    (trade, item), *others = found
    body = space.join([item.names[language], *(other.names[language] for _trade, other in others)])
    return Texts(f"{item.names[language]}{space}{number % 97}", (trade.category[language],), body)
