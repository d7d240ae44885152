"""A product in the index: one entry, with an object for each language and one for each channel."""

from collections.abc import Collection
from typing import Any

from elasticsearch.dsl import Boolean, Document, Index, Integer, Keyword, Long, Mapping, MetaField, Nested, Object, Text

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

    id = Long()
    version = Long(index=False)

    name = _tokens()
    extra = _tokens()
    body = _tokens()
    exact = Text(analyzer=TOKENS)
    """Names with their marks, in every language."""
    word = Text(
        analyzer=TOKENS,
        index_options="docs",
        norms=False,
        fields={"begun": Text(analyzer=BEGINNINGS, search_analyzer=TOKENS, index_options="docs", norms=False)},
    )
    """Words with their endings, in every language: what may be begun, misspelt or part of a longer one."""
    whole = Keyword(doc_values=False)
    known = _by_language(lambda _language: Keyword())
    """The vocabulary: ``folded|as written``."""
    by_name = _by_language(lambda _language: Keyword(index=False))

    seller = Keyword()
    craft = Keyword()
    category = Keyword()
    material = Keyword()
    origin = Keyword()
    certificate = Keyword()
    attribute = Keyword()
    """``colour=red``"""
    number = Nested(properties={"attribute": Keyword(), "value": Long()})
    """Attributes with figures, in ten-thousandths of their unit."""
    hs_code = Keyword(doc_values=False)
    code = Keyword(doc_values=False)
    in_stock = Boolean()
    moq = Integer()
    lead_time = Integer()
    rating = Integer()
    created = Long()
    updated = Long()
    offers = Object(dynamic=True)
    """By channel: ``price``, ``shown_from``, ``shown_until``. A channel becomes known with its first product."""

    class Meta:
        dynamic = MetaField("strict")
        dynamic_templates = MetaField([{"offers": {"path_match": "offers.*.*", "mapping": {"type": "long"}}}])
        source = MetaField({"includes": ["id", "version"]})

    class Index:
        settings = {"index": SHARDS}


def index_of(missing: Collection[str] = ()) -> Index:
    """Settings and mapping for a server without the plugins ``missing``.

    ``written`` depends on them: the texts themselves, of each language, for the server's dictionaries.
    """
    index = ProductEntry._index.clone("of another name")
    index.document(ProductEntry)
    index.mapping(Mapping().field("written", _by_language(lambda each: Text(analyzer=dictionary(each, missing)))))
    return index
