"""Yes and no as sellers write them."""

from i18n.text import fold

_YES = {"co", "yes", "y", "x", "true", "1", "✓", "✔", "v", "dung", "ok"}
_NO = {"khong", "no", "n", "false", "0", "-", "sai"}


def read_flag(text: str) -> bool | None:
    """``Có`` is true, ``không`` false, anything else ``None``."""
    word = fold(text).strip()
    return True if word in _YES else False if word in _NO else None
