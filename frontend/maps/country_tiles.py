"""``country_tiles``: the countries of the world as squares of one size, roughly where they lie, shaded by a figure.

On a map of outlines Singapore cannot be seen and Russia cannot be missed, whoever buys. Here each country is as large
as any other, and its letters stand in it. The places of the squares are this project's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from i18n.formatting import country_name

SIDE = 26
GAP = 2
LEVELS = 4
NO_PLACE = ".."
_ROWS = """
.. .. .. .. .. .. GL .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. CA .. .. .. .. .. .. IS .. .. NO SE FI .. .. RU .. .. .. .. .. .. .. .. ..
.. US .. .. .. .. .. .. .. .. .. DK EE .. .. .. .. .. .. .. .. .. .. .. .. ..
.. MX .. .. .. .. .. IE GB NL DE PL LV LT BY .. KZ .. MN .. KP .. JP .. .. ..
.. GT BZ BS .. .. .. .. BE LU CZ SK UA MD .. .. UZ KG .. CN KR .. .. .. .. ..
.. SV HN CU JM .. .. PT FR LI AT HU RO .. GE AZ TM TJ .. .. TW .. .. .. .. ..
.. .. NI HT DO .. .. ES AD CH SI HR RS BG AM .. AF .. NP BT HK MO .. .. .. ..
.. .. CR KN AG .. .. MC IT SM BA ME XK MK TR IR PK IN BD MM LA .. .. .. .. ..
.. .. PA DM LC .. .. .. MT VA AL GR CY SY IQ .. .. .. .. TH VN PH .. .. .. ..
.. .. CO VE VC BB .. MA DZ TN LY EG IL LB JO KW .. LK .. KH MY BN PW .. .. ..
.. .. EC GY GD TT .. MR ML NE TD SD PS SA BH AE .. MV .. .. SG ID TL FM MH ..
.. .. PE BR SR GF CV SN BF NG CF SS ER YE QA OM .. .. .. .. .. .. PG NR KI ..
.. .. .. BO PY .. GM GW GH TG CM UG ET DJ .. .. .. .. .. .. .. AU SB TV WS ..
.. .. .. CL UY .. GN SL CI BJ GQ RW KE SO SC .. .. .. .. .. .. .. VU FJ TO ..
.. .. .. AR .. .. .. LR ST GA CG BI TZ KM .. .. .. .. .. .. .. NZ .. .. CK ..
.. .. .. .. .. .. .. .. .. AO CD ZM MW MU .. .. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. NA BW ZW MZ MG .. .. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. ZA LS SZ RE .. .. .. .. .. .. .. .. .. .. .. ..
"""


@dataclass(frozen=True, slots=True)
class Tile:
    """``level`` is 0 without a figure, and 1 to 4 from the least to the most."""

    code: str
    x: int
    y: int
    level: int
    said: str


@dataclass(frozen=True, slots=True)
class CountryMap:
    width: int
    height: int
    tiles: tuple[Tile, ...]
    leading: tuple[str, ...]
    """The three largest with their figures, for who cannot see the picture."""


def _places() -> dict[str, tuple[int, int]]:
    rows = [row.split() for row in _ROWS.split("\n") if row.strip()]
    return {code: (x, y) for y, row in enumerate(rows) for x, code in enumerate(row) if code != NO_PLACE}


PLACES = _places()


def country_tiles(values: Mapping[str, Decimal], say: Callable[[Decimal], str], language: str) -> CountryMap | None:
    """Nothing where no country of the map has a figure; the table beside it has them all."""
    shown = {code: value for code, value in values.items() if code in PLACES and value > 0}
    if not shown:
        return None
    highest = max(shown.values())
    tiles = [_tile(code, shown.get(code), highest, say, language) for code in PLACES]
    largest = sorted(shown, key=lambda code: (-shown[code], code))[:3]
    columns, rows = (max(place[axis] for place in PLACES.values()) + 1 for axis in (0, 1))
    return CountryMap(
        width=columns * (SIDE + GAP) - GAP,
        height=rows * (SIDE + GAP) - GAP,
        tiles=tuple(tiles),
        leading=tuple(_said(code, shown[code], say, language) for code in largest),
    )


def _tile(code: str, value: Decimal | None, highest: Decimal, say: Callable[[Decimal], str], language: str) -> Tile:
    column, row = PLACES[code]
    said = country_name(code, language) if value is None else _said(code, value, say, language)
    return Tile(code, column * (SIDE + GAP), row * (SIDE + GAP), _level(value, highest), said)


def _said(code: str, value: Decimal, say: Callable[[Decimal], str], language: str) -> str:
    return f"{country_name(code, language)}: {say(value)}"


def _level(value: Decimal | None, highest: Decimal) -> int:
    """By the square root of the share, so that one large market does not make all others look alike."""
    if value is None:
        return 0
    share = (value / highest).sqrt()
    return max(1, min(LEVELS, int(share * LEVELS) + (0 if share == 1 else 1)))
