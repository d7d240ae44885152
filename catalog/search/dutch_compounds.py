"""The simple words that Dutch puts together: ``eettafel``, ``boekenkast``, ``deurscharnier``.

``compounds/nl.txt`` lists words of trade with which compounds of goods are made. A word is taken apart only if all of
it is made of these, joined by nothing, ``s``, ``n``, ``en`` or ``e``: a list that is too short finds less, and a wrong
part is never invented.
"""

from pathlib import Path

DUTCH = frozenset((Path(__file__).parent / "compounds" / "nl.txt").read_text(encoding="utf-8").split())
_JOINTS = ("", "s", "n", "en", "e")
_SHORTEST_PART = 3
_SHORTEST_WORD = 6


def dutch_parts(word: str) -> tuple[str, ...]:
    """The two or three words it is made of; empty for any other word."""
    if len(word) < _SHORTEST_WORD:
        return ()
    found = _parted(word, 3)
    return tuple(found) if found and len(found) > 1 else ()


def _parted(word: str, most: int) -> list[str] | None:
    """The longest first part decides."""
    if _is_known(word):
        return [word]
    if most == 1:
        return None
    for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        if word[:end] not in DUTCH:
            continue
        for joint in _JOINTS:
            rest = word[end:].removeprefix(joint)
            if len(rest) + len(joint) == len(word) - end and len(rest) >= _SHORTEST_PART:
                parts = _parted(rest, most - 1)
                if parts is not None:
                    return [word[:end], *parts]
    return None


def _is_known(word: str) -> bool:
    """Also in the plural: ``kasten``, ``tafels``, ``vazen``, ``planken``."""
    if word in DUTCH:
        return True
    return any(word.endswith(ending) and word[: -len(ending)] in DUTCH for ending in ("en", "s", "jes"))
