"""A text made ready for an engine, and what came back made a text again.

1. Words are escaped, tags written as well-formed XML (``<br/>``), placeholders put into ``<keep>``.
2. A glossary term that stands in the words is replaced by what the glossary requires and put into ``<keep>``: a name
   stays itself, a fixed translation is already there.
3. What comes back must hold the same kept parts and the same tags, as often as they were sent; otherwise it is
   refused (`Broken`) and the text stays untranslated rather than damaged.

"Ghế Sen <b>gỗ sồi</b>" with KEEP "Sen" and USE "gỗ sồi" = "oak" is sent as "Ghế <keep>Sen</keep>
<b><keep>oak</keep></b>".
"""

import html
import re
from collections import Counter
from collections.abc import Sequence

from i18n.glossary.check import pattern, terms_in
from i18n.glossary.term import GlossaryTerm
from i18n.markup.tokens import Part, Token, joined, tokens, words
from i18n.subjects import Markup

_KEPT = re.compile(r"<keep\s*>(.*?)</keep\s*>", re.DOTALL)
_TAG = re.compile(r"<\s*(/?)\s*([A-Za-z][A-Za-z0-9]*)[^<>]*?(/?)\s*>")


class Broken(Exception):
    """What came back lost or gained a name, a placeholder or a tag."""


def shield(text: str, markup: Markup, terms: Sequence[GlossaryTerm]) -> str:
    """The fragment to send."""
    met = terms_in(terms, words(text, markup))
    return "".join(_sent(token, met) for token in tokens(text, markup))


def unshield(sent: str, received: str, markup: Markup) -> str:
    """The text that came back; raises `Broken`."""
    if Counter(_KEPT.findall(received)) != Counter(_KEPT.findall(sent)) or _tags(received) != _tags(sent):
        raise Broken
    plain = _KEPT.sub(lambda met: met[1], received)
    if markup != Markup.HTML:
        return html.unescape(plain)
    # Through the same tokens as any text, so that words are escaped once and tags written as we write them.
    return joined(tokens(_TAG.sub(_as_we_write, plain), markup), markup)


def _sent(token: Token, terms: Sequence[GlossaryTerm]) -> str:
    if token.part == Part.WORDS:
        return _with_terms(token.text, terms)
    if not token.name:
        return f"<keep>{html.escape(token.text, quote=False)}</keep>"
    if token.part == Part.SINGLE:
        return f"<{token.name}/>"
    return f"<{'/' if token.part == Part.CLOSE else ''}{token.name}>"


def _with_terms(text: str, terms: Sequence[GlossaryTerm]) -> str:
    """The longest term first; a part that is kept is not looked into again."""
    if not terms:
        return html.escape(text, quote=False)
    term, *others = terms
    found, end = [], 0
    for met in pattern(term.term, term.match_case).finditer(text):
        found += [
            _with_terms(text[end : met.start()], others),
            f"<keep>{html.escape(term.required, quote=False)}</keep>",
        ]
        end = met.end()
    return "".join([*found, _with_terms(text[end:], others)])


def _tags(text: str) -> Counter[tuple[str, str]]:
    return Counter((met[2].lower(), met[1]) for met in _TAG.finditer(text) if met[2].lower() != "keep")


def _as_we_write(met: re.Match[str]) -> str:
    return f"<{met[1]}{met[2].lower()}>"
