"""The fields of the index, and a product as its entries: one per channel it is published in."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from tantivy import Document, Schema, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from catalog.search.analyzer import exact_words, tokens, words
from catalog.search.document import Offer, ProductDocument

ANALYZER = "spaces"
RAW = ("product", "channel", "seller", "category", "craft", "hs_code")
TEXTS = ("name", "extra", "body", "exact")
NUMBERS = ("id", "version", "price", "published", "created", "updated")
SHAPE = hashlib.sha256(repr((RAW, TEXTS, NUMBERS, "word", "in_stock", 1)).encode()).hexdigest()[:12]
"""Part of the folder's name: a changed shape never opens an old index. Raise the last number for a new analyzer."""
_SCALE = 4


def build_schema() -> Schema:
    builder = SchemaBuilder()
    for name in RAW:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="position")
    builder.add_text_field("word", tokenizer_name=ANALYZER, index_option="basic")
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_boolean_field("in_stock", indexed=True, fast=True)
    return builder.build()


def analyzer() -> TextAnalyzer:
    """Our own analyzer has done the work: the engine only parts the tokens at the spaces."""
    return TextAnalyzerBuilder(Tokenizer.whitespace()).build()


def scaled(price: Decimal) -> int:
    """A price as a whole number of ten-thousandths."""
    return int(price.scaleb(_SCALE))


def unscaled(number: float | str) -> Decimal:
    return Decimal(str(number)).scaleb(-_SCALE)


def entries(document: ProductDocument) -> Iterator[Document]:
    """One entry per channel; the texts are analysed once."""
    texts = {
        "name": " ".join(chain.from_iterable(map(tokens, document.names))),
        "extra": " ".join(chain.from_iterable(map(tokens, document.extras))),
        "body": " ".join(chain.from_iterable(map(tokens, document.bodies))),
        "exact": " ".join(chain.from_iterable(map(exact_words, document.names))),
        "word": " ".join(dict.fromkeys(chain.from_iterable(map(words, (*document.names, *document.extras))))),
    }
    return (_entry(document, offer, texts) for offer in document.offers)


def _entry(document: ProductDocument, offer: Offer, texts: dict[str, str]) -> Document:
    entry = Document()
    for name, text in texts.items():
        entry.add_text(name, text)
    entry.add_text("product", str(document.product_id))
    entry.add_text("channel", offer.channel)
    entry.add_text("seller", str(document.seller_id))
    entry.add_text("craft", document.craft)
    for category_id in document.category_ids:
        entry.add_text("category", str(category_id))
    for length in range(2, len(document.hs_code) + 1):
        entry.add_text("hs_code", document.hs_code[:length])
    entry.add_boolean("in_stock", document.in_stock)
    if offer.price is not None:
        entry.add_unsigned("price", scaled(offer.price))
    entry.add_unsigned("id", document.product_id)
    entry.add_unsigned("version", document.version)
    entry.add_unsigned("published", int(offer.published_at.timestamp()) if offer.published_at else 0)
    entry.add_unsigned("created", int(document.created_at.timestamp() * 1000))
    entry.add_unsigned("updated", int(document.updated_at.timestamp() * 1000))
    return entry
