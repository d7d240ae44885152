"""Booths: drawn one by one or as a grid, given to exhibitors, kept for somebody, removed.

``seen`` is the version of the booth that the caller saw (`plan/editing.py`); ``by`` who signs for the change.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth, BoothKind, Hall
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.describe import code_problems, power_problems
from marketplace.expo.plan.editing import Edit, editing
from marketplace.expo.plan.grid import Grid, lay_grid
from marketplace.expo.plan.metres import SMALLEST, size_problems
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.rules import place_problems, typed_problems
from marketplace.expo.plan.shape import Shape

MOST_BOOTHS = 2_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A booth as it is drawn; ``outline`` for what is no rectangle, ``place`` is left out then."""

    code: str
    place: Rectangle | None
    kind: str = BoothKind.SHELL
    outline: Shape | None = None
    power_kw: Decimal = Decimal(0)
    needs_water: bool = False

    def shape(self) -> Shape:
        """Raises ``Refused``."""
        if self.place is not None:
            refuse_any(size_problems(self.place.width, self.place.depth) or typed_problems(self.place))
            return self.place.shape()
        if self.outline is None:
            raise Refused(texts.required("width"))
        return self.outline


def create_booth(*, hall: Hall, draft: Draft, by: User | None = None) -> Booth:
    """Draw one booth; it lies inside the hall, on no other and on nothing that stays free. Raises ``Refused``."""
    with editing(hall.pk, verb=PlanVerb.DRAWN, by=by) as edit:
        return _add(edit, [draft])[0]


def generate_booths(
    *, hall: Hall, grid: Grid, prefix: str = "", kind: str = BoothKind.SHELL, by: User | None = None
) -> list[Booth]:
    """Draw rows × columns booths with aisles, numbered row by row: A01, A02 … after the hall's name.

    All of them or none. Raises ``Refused``.
    """
    refuse_any(_grid_problems(grid))
    with editing(hall.pk, verb=PlanVerb.DRAWN, by=by) as edit:
        places = lay_grid(edit.hall, grid)
        if places is None:
            raise Refused(Problem("rows", "DOES_NOT_FIT", _("So many booths of this size do not fit into the hall.")))
        prefix = texts.tidy(prefix) or edit.hall.name
        digits = max(2, len(str(len(places))))
        return _add(edit, [Draft(f"{prefix}{n:0{digits}d}", place, kind) for n, place in enumerate(places, 1)])


def assign_booth(
    *, booth: Booth, exhibitor: Exhibitor | None, seen: int | None = None, by: User | None = None
) -> Booth:
    """Give the booth to an exhibitor of the same exhibition, or take it back. Raises ``Refused``, `StaleBooth`.

    A booth that is reserved goes to whom it is reserved for; one that is held, to anybody.
    """
    verb = PlanVerb.FREED if exhibitor is None else PlanVerb.ASSIGNED
    with editing(booth.hall_id, verb=verb, by=by, seen={booth: seen}) as edit:
        locked = edit.booth(booth)
        if exhibitor is not None:
            refuse_any(exhibitor_problems(edit.hall, locked, exhibitor))
        locked.exhibitor = exhibitor
        let_go(locked)
        return locked


def hold_booth(
    *, booth: Booth, is_held: bool, until: date | None = None, seen: int | None = None, by: User | None = None
) -> Booth:
    """Keep a free booth for somebody who has not decided, or let it go. Raises ``Refused``, `StaleBooth`.

    ``until`` is the last day; the booth is free again on the next one without anybody's doing.
    """
    if is_held and until is not None and until < today_here():
        raise Refused(texts.invalid("until", _("This day is over.")))
    with editing(booth.hall_id, verb=PlanVerb.HELD if is_held else PlanVerb.FREED, by=by, seen={booth: seen}) as edit:
        locked = edit.booth(booth)
        refuse_any(taken_problems(locked))
        locked.is_held, locked.held_until = is_held, until if is_held else None
        return locked


def delete_booth(*, booth: Booth, seen: int | None = None, by: User | None = None) -> None:
    """Remove a booth from the plan. Raises ``Refused`` while an exhibitor has it or it is reserved, `StaleBooth`."""
    with editing(booth.hall_id, verb=PlanVerb.REMOVED, by=by, seen={booth: seen}) as edit:
        refuse_any(taken_problems(edit.booth(booth)))
        edit.removed.append(edit.booth(booth))


def let_go(booth: Booth) -> None:
    """Neither held nor reserved any more."""
    booth.is_held, booth.held_until = False, None
    booth.is_reserved, booth.reserved_for = False, None


def taken_problems(booth: Booth) -> list[Problem]:
    if booth.exhibitor_id is not None:
        return [Problem("booth_id", "ASSIGNED", _("This booth is taken; free it first."))]
    if booth.is_reserved:
        return [Problem("booth_id", "RESERVED", _("This booth is reserved; end the reservation first."))]
    return []


def exhibitor_problems(hall: Hall, booth: Booth, exhibitor: Exhibitor) -> list[Problem]:
    """Why the booth cannot be this exhibitor's."""
    if exhibitor.expo_id != hall.expo_id:
        return [texts.invalid("exhibitor_id", _("This exhibitor is at another exhibition."))]
    if booth.exhibitor_id not in (None, exhibitor.pk):
        return [Problem("booth_id", "ASSIGNED", _("This booth is taken; free it first."))]
    if booth.is_reserved and booth.reserved_for_id not in (None, exhibitor.pk):
        return [Problem("booth_id", "RESERVED", _("This booth is reserved; end the reservation first."))]
    return []


def _add(edit: Edit, drafts: list[Draft]) -> list[Booth]:
    if len(edit.others) + len(drafts) > MOST_BOOTHS:
        raise Refused(texts.invalid("hall_id", _("A hall has at most %(limit)s booths."), limit=MOST_BOOTHS))
    codes = {booth.code for booth in edit.others}
    for draft in drafts:
        refuse_any(code_problems(draft.code, codes) + power_problems(draft.power_kw))
        outline = draft.shape()
        refuse_any(place_problems(edit.floor, outline))
        edit.added.append(_booth(edit.hall, draft, outline))
    return edit.added


def _booth(hall: Hall, draft: Draft, outline: Shape) -> Booth:
    booth = Booth(
        hall=hall,
        code=texts.tidy(draft.code),
        kind=draft.kind,
        power_kw=draft.power_kw,
        needs_water=draft.needs_water,
    )
    booth.outline = outline
    return booth


def _grid_problems(grid: Grid) -> list[Problem]:
    problems = []
    if not (1 <= grid.rows <= 100 and 1 <= grid.columns <= 100):
        problems.append(texts.invalid("rows", _("Between 1 and 100 rows and columns.")))
    if not Decimal(0) <= grid.aisle <= Decimal(50):
        problems.append(texts.invalid("aisle", _("An aisle is at most 50 metres wide.")))
    for name, size in (("booth_width", grid.booth_width), ("booth_depth", grid.booth_depth)):
        if size is not None and size < SMALLEST:
            problems.append(texts.invalid(name, _("A booth is at least half a metre wide and deep.")))
    return problems
