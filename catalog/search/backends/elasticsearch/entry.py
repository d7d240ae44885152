"""A product in the index: one entry, with an object for each language and one for each channel."""

from typing import Any

from elasticsearch.dsl import Boolean, Document, Integer, Keyword, Long, MetaField, Nested, Object, Text, mapped_field

from catalog.search.backends.elasticsearch.analysis import BEGINNINGS, TOKENS, dictionary
from i18n.languages import LANGUAGES

SHARDS = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "1s", "gc_deletes": "10m"}
"""One shard counts exactly and holds some millions of products. Deletions are remembered for longer than any write
takes, so that an older state never brings a product back."""


def _tokens() -> Any:
    """Tokens of the catalogue's own analyzer, of each language."""
    return _by_language(lambda _language: Text(analyzer=TOKENS))


def _by_language(field: Any) -> Any:
    return Object(dynamic="strict", properties={language: field(language) for language in LANGUAGES})


class ProductEntry(Document):
    """Prices are whole numbers of ten-thousandths, ratings of hundredths, moments of seconds or milliseconds."""

    id = mapped_field(Long())
    version = mapped_field(Long(index=False))

    name = mapped_field(_tokens())
    extra = mapped_field(_tokens())
    body = mapped_field(_tokens())
    exact = mapped_field(Text(analyzer=TOKENS))
    """Names with their marks, in every language."""
    word = mapped_field(
        Text(
            analyzer=TOKENS,
            index_options="docs",
            norms=False,
            fields={"begun": Text(analyzer=BEGINNINGS, search_analyzer=TOKENS, index_options="docs", norms=False)},
        )
    )
    """Words with their endings, in every language: what may be begun, misspelt or part of a longer one."""
    written = mapped_field(_by_language(lambda language: Text(analyzer=dictionary(language))))
    """The texts themselves, for the server's dictionaries."""
    whole = mapped_field(Keyword(doc_values=False))
    known = mapped_field(_by_language(lambda _language: Keyword()))
    """The vocabulary: ``folded|as written``."""
    by_name = mapped_field(_by_language(lambda _language: Keyword(index=False)))

    seller = mapped_field(Keyword())
    craft = mapped_field(Keyword())
    category = mapped_field(Keyword())
    material = mapped_field(Keyword())
    origin = mapped_field(Keyword())
    certificate = mapped_field(Keyword())
    attribute = mapped_field(Keyword())
    """``colour=red``"""
    number = mapped_field(Nested(properties={"attribute": Keyword(), "value": Long()}))
    """Attributes with figures, in ten-thousandths of their unit."""
    hs_code = mapped_field(Keyword(doc_values=False))
    code = mapped_field(Keyword(doc_values=False))
    in_stock = mapped_field(Boolean())
    moq = mapped_field(Integer())
    lead_time = mapped_field(Integer())
    rating = mapped_field(Integer())
    created = mapped_field(Long())
    updated = mapped_field(Long())
    offers = mapped_field(Object(dynamic=True))
    """By channel: ``price``, ``shown_from``, ``shown_until``. A channel becomes known with its first product."""

    class Meta:
        dynamic = MetaField("strict")
        dynamic_templates = MetaField([{"offers": {"path_match": "offers.*.*", "mapping": {"type": "long"}}}])
        source = MetaField({"includes": ["id", "version"]})

    class Index:
        settings = {"index": SHARDS}
