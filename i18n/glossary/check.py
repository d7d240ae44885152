"""Whether a translation keeps to the glossary.

1. A term holds for a text in which it stands as a whole word: "Sen" is in "ghế Sen", not in "Sending". In scripts
   that put no spaces between words it holds wherever it stands.
2. KEEP: the term itself has to stand in the translation, letter for letter. A translation without it is refused.
3. USE: the fixed translation has to stand there; a capital at the start of a sentence does not matter unless the term
   minds its case. A translation without it gets a warning, for words have forms.

"Ghế Sen" into English with KEEP "Sen": "Lotus chair" is refused, "Sen chair" is right.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from i18n.glossary.term import GlossaryRule, GlossaryTerm
from i18n.text import is_cjk


@dataclass(frozen=True, slots=True)
class Violation:
    """``required`` should stand in the translation because ``term`` stands in the original."""

    term: str
    required: str
    rule: GlossaryRule

    @property
    def refuses(self) -> bool:
        return self.rule == GlossaryRule.KEEP


def violations(terms: Iterable[GlossaryTerm], original: str, translation: str) -> list[Violation]:
    """What the translation lacks; ``terms`` are those of this pair of languages, both texts without tags."""
    return [
        Violation(term.term, term.required, GlossaryRule(term.rule))
        for term in terms_in(terms, original)
        if not stands_in(term.required, translation, match_case=term.rule == GlossaryRule.KEEP or term.match_case)
    ]


def terms_in(terms: Iterable[GlossaryTerm], original: str) -> list[GlossaryTerm]:
    """The terms that stand in the original, longest first."""
    met = [term for term in terms if stands_in(term.term, original, match_case=term.match_case)]
    return sorted(met, key=lambda term: -len(term.term))


def stands_in(words: str, text: str, *, match_case: bool) -> bool:
    """Whether the words are in the text, as whole words where the script has such."""
    return pattern(words, match_case).search(unicodedata.normalize("NFC", text)) is not None


@lru_cache(maxsize=4096)
def pattern(words: str, match_case: bool) -> re.Pattern[str]:
    """Finds the words with any blanks between them."""
    parts = unicodedata.normalize("NFC", words).split()
    middle = r"\s+".join(re.escape(part) for part in parts)
    before = r"(?<!\w)" if _joins(words[:1]) else ""
    after = r"(?!\w)" if _joins(words[-1:]) else ""
    return re.compile(f"{before}{middle}{after}", 0 if match_case else re.IGNORECASE)


def _joins(character: str) -> bool:
    """Whether the character would make a longer word of its neighbour."""
    return character.isalnum() and not is_cjk(character)
