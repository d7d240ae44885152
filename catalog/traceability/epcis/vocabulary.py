"""The words of the Core Business Vocabulary 2.0: bare, as JSON has them, and as the URIs they stand for."""

from __future__ import annotations

from functools import cache

from catalog.traceability.epcis.words import WORDS

CBV = "https://ref.gs1.org/cbv/"
_OLD = {
    "BizStep": "urn:epcglobal:cbv:bizstep:",
    "Disp": "urn:epcglobal:cbv:disp:",
    "BTT": "urn:epcglobal:cbv:btt:",
    "SDT": "urn:epcglobal:cbv:sdt:",
    "ER": "urn:epcglobal:cbv:er:",
}
"""How CBV 1.2 wrote them, and XML still does."""


class UnknownWord(ValueError):
    """Neither a word of the vocabulary nor a URI of somebody's own."""

    def __init__(self, kind: str, word: str) -> None:
        super().__init__(f"{word!r} is no {kind} of the Core Business Vocabulary, and no URI")
        self.kind = kind
        self.word = word


def expand(kind: str, word: str) -> str:
    """``BizStep``, ``shipping`` -> ``https://ref.gs1.org/cbv/BizStep-shipping``; another's URI as it is.

    Kinds are ``BizStep``, ``Disp``, ``BTT`` (business transactions), ``SDT`` (sources and destinations), ``ER``
    (reasons of errors) and ``Comp`` (components of a sensor's report). Raises `UnknownWord`.
    """
    if word in WORDS[kind]:
        return f"{CBV}{kind}-{word}"
    old = _OLD.get(kind, "\0")
    for prefix in (old, f"cbv:{kind}-", f"{CBV}{kind}-"):
        if word.startswith(prefix) and word.removeprefix(prefix) in WORDS[kind]:
            return f"{CBV}{kind}-{word.removeprefix(prefix)}"
    if ":" not in word or word.startswith((old, f"{CBV}{kind}-", "cbv:")):
        raise UnknownWord(kind, word)
    return word


def bare(uri: str) -> str:
    """The word of a URI of the vocabulary, another's URI as it is."""
    return _bare_words().get(uri, uri)


@cache
def _bare_words() -> dict[str, str]:
    return {f"{CBV}{kind}-{word}": word for kind, words in WORDS.items() for word in words}
