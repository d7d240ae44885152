"""Find a place by part of its code or name, however its letters are written."""

from i18n.text import fold
from logistics.places.place import Place, PlaceKind, normal_code, places


def find_places(text: str, *, kind: PlaceKind | None = None, most: int = 10) -> list[Place]:
    """The code that is meant first, then names that begin with the text, then names that hold it.

    ``cai mep`` finds Cái Mép.
    """
    wanted, code = fold(text.strip()), normal_code(text)
    found = [
        (rank, place.code, place)
        for place in places().values()
        if (kind is None or kind in place.kinds) and (rank := _rank(place, wanted, code)) is not None
    ]
    return [place for _, _, place in sorted(found, key=lambda entry: entry[:2])[:most]]


def _rank(place: Place, wanted: str, code: str) -> int | None:
    name = fold(place.name)
    if place.code == code:
        return 0
    if not wanted or name.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in name.split()):
        return 2
    return 3 if wanted in name or (code and place.code.startswith(code)) else None
