"""Booths: drawn one by one or as a grid, and given to exhibitors."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth, BoothKind, Hall
from marketplace.expo.locks import lock_hall
from marketplace.expo.plan import SMALLEST, Grid, Rectangle, lay_grid, place_problems, size_problems

MOST_BOOTHS = 2_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A booth as it is drawn."""

    code: str
    place: Rectangle
    kind: str = BoothKind.SHELL


def create_booth(*, hall: Hall, draft: Draft) -> Booth:
    """Draw one booth; it lies inside the hall and on no other. Raises ``Refused``."""
    with transaction.atomic():
        locked = lock_hall(hall.pk)
        return _add(locked, [draft])[0]


def generate_booths(*, hall: Hall, grid: Grid, prefix: str = "", kind: str = BoothKind.SHELL) -> list[Booth]:
    """Draw rows × columns booths with aisles, numbered row by row: A01, A02 … after the hall's name.

    All of them or none. Raises ``Refused``.
    """
    refuse_any(_grid_problems(grid))
    with transaction.atomic():
        locked = lock_hall(hall.pk)
        places = lay_grid(locked, grid)
        if places is None:
            raise Refused(Problem("rows", "DOES_NOT_FIT", _("So many booths of this size do not fit into the hall.")))
        prefix = texts.tidy(prefix) or locked.name
        digits = max(2, len(str(len(places))))
        return _add(locked, [Draft(f"{prefix}{n:0{digits}d}", place, kind) for n, place in enumerate(places, 1)])


def assign_booth(*, booth: Booth, exhibitor: Exhibitor | None) -> Booth:
    """Give the booth to an exhibitor of the same exhibition, or take it back. Raises ``Refused``."""
    with transaction.atomic():
        hall = lock_hall(booth.hall_id)
        locked = Booth.objects.get(pk=booth.pk)
        if exhibitor is not None and exhibitor.expo_id != hall.expo_id:
            raise Refused(texts.invalid("exhibitor_id", _("This exhibitor is at another exhibition.")))
        if exhibitor is not None and locked.exhibitor_id not in (None, exhibitor.pk):
            raise Refused(Problem("booth_id", "ASSIGNED", _("This booth is taken; free it first.")))
        locked.exhibitor, locked.is_held = exhibitor, False
        locked.save(update_fields=["exhibitor", "is_held"])
    return locked


def hold_booth(*, booth: Booth, is_held: bool) -> Booth:
    """Keep a free booth for somebody who has not decided, or let it go. Raises ``Refused``."""
    with transaction.atomic():
        lock_hall(booth.hall_id)
        locked = Booth.objects.get(pk=booth.pk)
        if locked.exhibitor_id is not None:
            raise Refused(Problem("booth_id", "ASSIGNED", _("This booth is taken; free it first.")))
        locked.is_held = is_held
        locked.save(update_fields=["is_held"])
    return locked


def delete_booth(*, booth: Booth) -> None:
    """Remove a booth from the plan. Raises ``Refused`` while an exhibitor has it."""
    with transaction.atomic():
        lock_hall(booth.hall_id)
        if Booth.objects.filter(pk=booth.pk, exhibitor__isnull=False).exists():
            raise Refused(Problem("booth_id", "ASSIGNED", _("This booth is taken; free it first.")))
        Booth.objects.filter(pk=booth.pk).delete()


def _add(hall: Hall, drafts: list[Draft]) -> list[Booth]:
    taken = list(hall.booths.all())
    if len(taken) + len(drafts) > MOST_BOOTHS:
        raise Refused(texts.invalid("hall_id", _("A hall has at most %(limit)s booths."), limit=MOST_BOOTHS))
    codes = {booth.code for booth in taken}
    for draft in drafts:
        problems = _code_problems(draft.code, codes) + size_problems(draft.place.width, draft.place.depth)
        refuse_any(problems or place_problems(hall, draft.place, taken))
    booths = [_booth(hall, draft) for draft in drafts]
    return Booth.objects.bulk_create(booths)


def _booth(hall: Hall, draft: Draft) -> Booth:
    place = draft.place
    return Booth(
        hall=hall,
        code=texts.tidy(draft.code),
        x=place.x,
        y=place.y,
        width=place.width,
        depth=place.depth,
        kind=draft.kind,
    )


def _code_problems(code: str, taken: set[str]) -> list[Problem]:
    tidy = texts.tidy(code)
    if not tidy:
        return [texts.required("code")]
    if tidy in taken:
        return [Problem("code", "UNIQUE", _("There is a booth %(code)s in this hall already."), {"code": tidy})]
    return texts.lengths({"code": tidy}, {"code": 20})


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
