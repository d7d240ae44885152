"""A name as part of an address.

Latin script loses its marks, as everywhere (``bàn-ăn`` would be typed ``ban-an``). Chinese, Japanese and Korean names
stay in their own script: readers recognise them, browsers show them, and search engines ask for words of the page's
language; a transliteration would be right for neither. In the address they are percent-encoded UTF-8 (RFC 3987).
"""

from i18n.text import fold, is_cjk, runs

BUDGET = 120
"""Latin letters count one; a Han, kana or hangul character, nine bytes when encoded, counts three."""


def slug_of_name(name: str) -> str:
    """``Bàn ăn gỗ sồi`` -> ``ban-an-go-soi``; ``オーク材の食卓 160`` -> ``オーク材の食卓-160``; empty without a word.

    Never longer than the budget; cut between words when it can be.
    """
    words: list[str] = []
    left = BUDGET
    for run, _ in runs(fold(name)):
        fitting = _fitting(run, left)
        if fitting != run and words:
            break
        words.append(fitting)
        left -= _cost(run) + 1
        if left <= 0:
            break
    return "-".join(words)


def _cost(word: str) -> int:
    return sum(3 if is_cjk(character) else 1 for character in word)


def _fitting(word: str, budget: int) -> str:
    """As much of the word as the budget pays for."""
    while word and _cost(word) > budget:
        word = word[:-1]
    return word
