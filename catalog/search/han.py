"""Traditional characters as simplified ones, for the characters that goods are described with.

``han_characters/traditional.txt`` has about 1,400 pairs. A table of single characters knows no local words (計程車,
出租车) and puts some apart words together (皇后 and 后面); for comparing what was typed with what is written it is
enough, because both go through it.
"""

from pathlib import Path

_FILE = Path(__file__).parent / "han_characters" / "traditional.txt"


def read_pairs() -> dict[str, str]:
    """Simplified by traditional character."""
    pairs = _FILE.read_text(encoding="utf-8").split()
    return {pair[0]: pair[1] for pair in pairs if pair[0] != pair[1]}


_TABLE = str.maketrans(read_pairs())


def simplified(text: str) -> str:
    return text.translate(_TABLE)
