"""What the worker is asked for, mixed: pages and answers that are kept and such as are new, searches, baskets."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

import orjson

from tests.bench import hot_reads_documents as documents
from tests.bench.checkout_flow import ADDRESS, CREATE

HOST = "market.example.com"
LANGUAGES = ("en", "nl", "vi", "ja", "zh-Hans", "ko", "it")
SEARCH = """query Search($text: String!, $channel: String!, $first: Int!) {
  products(channel: $channel, first: $first, search: $text) { totalCount edges { node { id slug name } } } }"""
SHARES = {"page": 30, "list": 15, "detail": 15, "again": 15, "found page": 8, "search": 10, "basket": 5, "odd": 2}
"""Of a hundred requests."""


def mixed(slugs: Sequence[str], variants: Sequence[str], seed: int) -> Iterator[tuple[str, bytes]]:
    """Without end: a kind and the whole request. ``odd`` is what is not there and what does not parse."""
    from tests.bench.search import typed_queries

    chance = random.Random(seed)  # noqa: S311  # what is asked for when
    typed = [text for text, _language in typed_queries(2000)]
    makers: dict[str, Callable[[], bytes]] = {
        "page": lambda: get(f"/{chance.choice(LANGUAGES)}/eu/products/{chance.choice(slugs)}"),
        "list": lambda: _list(chance),
        "detail": lambda: _detail(chance, chance.choice(slugs)),
        "again": lambda: get("/en/eu/") if chance.random() < 0.5 else _detail(chance, slugs[0]),
        "found page": lambda: get(f"/en/eu/products?q={quote(_word(chance, typed))}"),
        "search": lambda: post(SEARCH, {"text": _word(chance, typed), "channel": "eu", "first": 20}),
        "basket": lambda: _basket(chance, variants),
        "odd": lambda: chance.choice(
            (get(f"/en/eu/no-{chance.random()}"), post(f"{{ no{chance.randrange(10**9)} }}", {}))
        ),
    }
    kinds, weights = list(SHARES), list(SHARES.values())
    while True:
        [kind] = chance.choices(kinds, weights)
        yield kind, makers[kind]()


def _word(chance: random.Random, typed: Sequence[str]) -> str:
    """A word that somebody types, and often one that nobody has typed before."""
    return f"{chance.choice(typed)}{chance.choice(('', f' {chance.randrange(10**6)}'))}"


def _list(chance: random.Random) -> bytes:
    """Half of the documents are new to the server: names that their author gave."""
    document = documents.LIST
    if chance.random() < 0.5:
        document = document.replace("ProductList", f"List{chance.randrange(10**9)}")
    first = chance.randrange(5, 40)
    return post(document, {"channel": "eu", "first": first, "language": chance.choice(("NL", "VI", "JA", "IT"))})


def _detail(chance: random.Random, slug: str) -> bytes:
    return post(documents.DETAIL, {"channel": "eu", "slug": slug, "language": chance.choice(("NL", "VI"))})


def _odd(chance: random.Random) -> bytes:
    number = chance.randrange(10**9)
    return get(f"/en/eu/no-{number}") if chance.random() < 0.5 else post(f"{{ no{number} }}", {})


def _basket(chance: random.Random, variants: Sequence[str]) -> bytes:
    lines = [{"variantId": each, "quantity": 1} for each in chance.sample(variants, 2)]
    wanted = {"channel": "eu", "email": f"buyer{chance.randrange(10**9)}@example.org", "languageCode": "NL",
              "lines": lines, "shippingAddress": ADDRESS, "billingAddress": ADDRESS}  # fmt: skip
    return post(CREATE, {"input": wanted})


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\n{_HEAD}\r\n".encode()


def post(document: str, variables: dict[str, Any]) -> bytes:
    body = orjson.dumps({"query": document, "variables": variables})
    head = f"POST /graphql/ HTTP/1.1\r\n{_HEAD}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


_HEAD = f"Host: {HOST}\r\nX-Forwarded-Proto: https\r\nAccept-Encoding: gzip\r\n"
