"""Texts as sentences, and two texts of the same as pairs of sentences.

1. A text is cut into its paragraphs, items and lines, and these into sentences: at ``. ! ? …`` before a blank, and at
   ``。！？`` anywhere. "TP. HCM" and "Q. 1" are not cut: capitals before the point are abbreviations.
2. Original and translation are laid side by side. Where both have as many paragraphs, and a paragraph as many
   sentences, sentences are paired; otherwise the paragraphs are, otherwise nothing: a wrong pair is worse than none.
"""

import re
from collections.abc import Iterator

from i18n.markup.tokens import blocks
from i18n.subjects import Markup

LONGEST = 1000
"""Characters of a sentence that is kept; longer ones come back in no other text."""
_END = re.compile(r"(?<=[。！？])\s*|(?<=[.!?…])[\"'”’»)]*\s+")
_ABBREVIATION = re.compile(r"(?:^|\s)\W?(?:[A-ZĐ]{1,3}|Mr|Mrs|Dr|St|No|Co)\.$")


def sentences(text: str, markup: Markup) -> list[str]:
    """The sentences of a text, without tags."""
    return [sentence for block in blocks(text, markup) for sentence in _of_block(block)]


def pairs(original: str, translation: str, markup: Markup) -> list[tuple[str, str]]:
    """Sentences of the original with how they were translated."""
    return [
        (ours, theirs)
        for ours, theirs in _aligned(original, translation, markup)
        if ours and theirs and len(ours) <= LONGEST and len(theirs) <= 2 * LONGEST
    ]


def _aligned(original: str, translation: str, markup: Markup) -> Iterator[tuple[str, str]]:
    left, right = blocks(original, markup), blocks(translation, markup)
    if len(left) != len(right):
        return
    for ours, theirs in zip(left, right, strict=True):
        of_ours, of_theirs = _of_block(ours), _of_block(theirs)
        if len(of_ours) == len(of_theirs):
            yield from zip(of_ours, of_theirs, strict=True)
        else:
            yield ours, theirs


def _of_block(block: str) -> list[str]:
    found: list[str] = []
    for piece in _pieces(block):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _pieces(block: str) -> list[str]:
    ends = [met.end() for met in _END.finditer(block) if met.end() > 0]
    starts = [0, *ends]
    return [
        piece for start, end in zip(starts, [*ends, len(block)], strict=True) if (piece := block[start:end].strip())
    ]
