"""``split_booth``: one booth becomes two."""

from collections.abc import Collection
from decimal import Decimal
from itertools import count

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.hall import Booth
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.describe import code_problems
from marketplace.expo.plan.editing import editing
from marketplace.expo.plan.metres import SMALLEST, NotCentimetres, centimetres
from marketplace.expo.plan.shape import NotOneShape, Shape


def split_booth(
    *,
    booth: Booth,
    across: bool,
    at: Decimal,
    code: str = "",
    seen: int | None = None,
    by: User | None = None,
) -> tuple[Booth, Booth]:
    """Cut a booth ``at`` metres from its left edge, with ``across`` from its top. Raises ``Refused``, `StaleBooth`.

    The left or upper piece stays the booth with all it has; the other is a new, free booth of the same kind.
    """
    with editing(booth.hall_id, verb=PlanVerb.SPLIT, by=by, seen={booth: seen}) as edit:
        locked = edit.booth(booth)
        kept, rest = _pieces(locked.outline, across=across, at=at)
        taken = {locked.code, *(other.code for other in edit.others)}
        new_code = texts.tidy(code) or free_code(locked.code, taken)
        refuse_any(code_problems(new_code, taken))
        locked.outline = kept
        new = Booth(hall=edit.hall, code=new_code, kind=locked.kind)
        new.outline = rest
        edit.added.append(new)
        return locked, new


def free_code(code: str, taken: Collection[str]) -> str:
    """``A05`` -> ``A05-2``, or the next number that nobody has."""
    stem = code.rsplit("-", 1)[0][:15]
    return next(candidate for n in count(2) if (candidate := f"{stem}-{n}") not in taken)


def _pieces(outline: Shape, *, across: bool, at: Decimal) -> tuple[Shape, Shape]:
    try:
        line = outline.box[1 if across else 0] + centimetres(at)
        pieces = outline.cut(across=across, at=line)
    except NotCentimetres as error:
        raise Refused(texts.invalid("at", _("Places are given in whole centimetres."))) from error
    except NotOneShape as error:
        raise Refused(Problem("at", "DOES_NOT_FIT", _("This cut does not leave two pieces."))) from error
    for left, top, right, bottom in (piece.box for piece in pieces):
        if min(right - left, bottom - top) < centimetres(SMALLEST):
            raise Refused(texts.invalid("at", _("A booth is at least half a metre wide and deep.")))
    return pieces
