"""Yes and no as sellers write them."""

from i18n.text import fold

_YES_WORDS = ("có", "đúng", "yes", "y", "ja", "sì", "是", "はい", "예", "네", "true", "1", "x", "v", "✓", "✔", "ok")
_NO_WORDS = ("không", "sai", "no", "n", "nee", "否", "いいえ", "아니요", "아니오", "false", "0", "-")
_YES, _NO = ({fold(word).strip() for word in words} for words in (_YES_WORDS, _NO_WORDS))


def read_flag(text: str) -> bool | None:
    """``Có`` is true, ``không`` false, anything else ``None``."""
    word = fold(text).strip()
    return True if word in _YES else False if word in _NO else None
