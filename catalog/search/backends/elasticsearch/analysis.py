"""How the server takes texts apart.

The catalogue's own analyzer (`catalog.search.analyzer`) has done the work for most fields: the server parts its tokens
at the spaces. Besides, each language has one field with all of a product's text as it was written, which the server
analyses with its own dictionaries; it is asked when the tokens find nothing.
"""

from collections.abc import Collection
from typing import Any

from elasticsearch.dsl import analyzer, token_filter, tokenizer

PLUGINS = {"ja": "kuromoji_tokenizer", "ko": "nori_tokenizer", "zh-Hans": "smartcn_tokenizer"}
"""What a server has to have for the language's dictionary."""
ICU = "icu_folding"
_KANA = "\\u3040-\\u30FF\\uFF65-\\uFF9F"

TOKENS = analyzer("tokens", type="custom", tokenizer="whitespace")
BEGINNINGS = analyzer(
    "beginnings",
    type="custom",
    tokenizer="whitespace",
    filter=[token_filter("beginnings", type="edge_ngram", min_gram=1, max_gram=20)],
)
"""Only for what is indexed; what is typed stays whole."""


def dictionary(language: str, missing: Collection[str] = ()) -> Any:
    """The server's analyzer for a language, without what the server is missing."""
    name = f"written_{language.lower()}"
    if PLUGINS.get(language) in missing:
        filters = ["cjk_width", "lowercase", "cjk_bigram"]
        return analyzer(name, type="custom", tokenizer="standard", filter=filters)
    words, before, after = _CHAINS.get(language, ("standard", (), ()))
    return analyzer(name, type="custom", tokenizer=words, filter=[*before, "lowercase", _folding(missing), *after])


def _folding(missing: Collection[str]) -> Any:
    """Letters without their marks, đ included. Kana are kept out: without its mark が would be か."""
    if ICU in missing:
        return "asciifolding"
    return token_filter("folding", type="icu_folding", unicode_set_filter=f"[^{_KANA}]")


def _stemmer(language: str) -> Any:
    return token_filter(f"stemmer_{language}", type="stemmer", language=language)


_ELISION = token_filter(
    "elision_it",
    type="elision",
    articles_case=True,
    articles=["l", "un", "d", "dell", "all", "dall", "nell", "sull", "coll", "quell", "degl", "agl"],
)
_KOREAN = tokenizer("korean", "nori_tokenizer", decompound_mode="mixed")
_CHAINS: dict[str, tuple[Any, tuple[Any, ...], tuple[Any, ...]]] = {
    "en": ("standard", (_stemmer("possessive_english"),), (_stemmer("light_english"),)),
    "nl": ("standard", (), (_stemmer("dutch"),)),
    "it": ("standard", (_ELISION,), (_stemmer("light_italian"),)),
    "ja": (
        "kuromoji_tokenizer",
        ("kuromoji_baseform", "kuromoji_part_of_speech", "cjk_width", "ja_stop", "kuromoji_stemmer"),
        (),
    ),
    "ko": (_KOREAN, ("nori_part_of_speech", "nori_readingform"), ()),
    "zh-Hans": ("smartcn_tokenizer", ("smartcn_stop",), ()),
}
