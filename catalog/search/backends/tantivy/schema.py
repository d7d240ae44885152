"""The fields of the index."""

import hashlib

from tantivy import Schema, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from i18n.languages import LANGUAGES

ANALYZER = "spaces"
RAW = ("product", "channel", "seller", "category", "craft", "material", "origin", "certificate", "attribute", "hs_code")
"""Terms that are filtered by and counted."""
HIDDEN = ("code", "whole")
"""Terms that are only looked up: article numbers and bar codes; whole names."""
PARTS = ("name", "extra", "body")
"""Of every language, as ``name_vi``."""
NUMBERS = ("id", "version", "price", "price_step", "published", "until", "moq", "lead_time", "rating")
FLAGS = ("in_stock", "timed")
ORDERS = ("price_up", "price_down", "rating_up", "rating_down", "created", "updated")
"""Keys that differ from product to product and sort as text, so that a page can begin after any of them."""
_ANALYSIS = 11
SHAPE = hashlib.sha256(
    repr((RAW, HIDDEN, PARTS, NUMBERS, FLAGS, ORDERS, tuple(LANGUAGES), _ANALYSIS)).encode()
).hexdigest()[:12]
"""Part of the folder's name: a changed shape never opens an old index. Raise `_ANALYSIS` for a new analyzer."""


def in_language(part: str, language: str) -> str:
    """``name`` and ``zh-Hans`` -> ``name_zh_hans``."""
    return f"{part}_{language.replace('-', '_').lower()}"


def build_schema() -> Schema:
    builder = SchemaBuilder()
    for name in (*RAW, *ORDERS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in HIDDEN:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for language in LANGUAGES:
        for part in PARTS:
            builder.add_text_field(in_language(part, language), tokenizer_name=ANALYZER, index_option="position")
        builder.add_text_field(in_language("by_name", language), tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_text_field(in_language("known", language), tokenizer_name="raw", index_option="basic")
    builder.add_text_field("exact", tokenizer_name=ANALYZER, index_option="position")
    builder.add_text_field("word", tokenizer_name=ANALYZER, index_option="basic")
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_json_field("number", tokenizer_name="raw", index_option="basic", fast=True)
    for name in FLAGS:
        builder.add_boolean_field(name, indexed=True, fast=True)
    builder.add_float_field("precedence", fast=True)
    return builder.build()


def analyzer() -> TextAnalyzer:
    """Our own analyzer has done the work: the engine only parts the tokens at the spaces."""
    return TextAnalyzerBuilder(Tokenizer.whitespace()).build()
