"""``preview_drawing`` and ``settle_drawing``: read a drawing, say what is what in it. The plan does not change."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.hall import Hall
from marketplace.expo.plan.drawings.drawing import Drawing, DrawingRefused, Outline, check_size, extent
from marketplace.expo.plan.drawings.dxf import read_dxf
from marketplace.expo.plan.drawings.plan_import import PlanImport
from marketplace.expo.plan.drawings.roles import Role, guess_roles
from marketplace.expo.plan.drawings.scale import guess_scale
from marketplace.expo.plan.drawings.svg import read_svg
from marketplace.expo.texts import tidy

READERS: dict[str, Callable[[bytes], Drawing]] = {"svg": read_svg, "dxf": read_dxf}
KEPT = 10
"""Drawings of a hall that are kept without having been applied."""
MOST_LAYERS = 100


def preview_drawing(*, hall: Hall, content: bytes, file_name: str, by: User | None = None) -> PlanImport:
    """Read an SVG or DXF file for this hall. Raises ``Refused``."""
    check_size(content)
    reader = READERS.get(file_name.rpartition(".")[2].lower())
    if reader is None:
        raise DrawingRefused(_("A drawing is an .svg or a .dxf file."))
    drawing = reader(content)
    layers = dict.fromkeys(outline.layer for outline in drawing.outlines)
    if len(layers) > MOST_LAYERS:
        raise DrawingRefused(_("The drawing has more than %(most)s layers."), most=MOST_LAYERS)
    roles = guess_roles(layers)
    _to_origin(drawing, roles)
    stored = PlanImport.objects.create(
        hall=hall,
        file_name=tidy(file_name)[:200],
        outlines=[[each.layer, each.label, each.points] for each in drawing.outlines],
        left_out=drawing.left_out,
        metres_per_unit=guess_scale(hall, drawing.outlines, roles, drawing.metres_per_unit),
        roles=roles,
        created_by=by,
    )
    old = PlanImport.objects.filter(hall=hall, applied_at=None).order_by("-pk").values_list("pk", flat=True)[KEPT:]
    PlanImport.objects.filter(pk__in=list(old)).delete()
    return stored


def settle_drawing(
    *,
    plan_import: PlanImport,
    metres_per_unit: Decimal | None = None,
    right: Decimal | None = None,
    down: Decimal | None = None,
    roles: Mapping[str, str] | None = None,
) -> PlanImport:
    """Say how large a unit is, how far the drawing is moved, and what its layers are. Raises ``Refused``."""
    problems = []
    if metres_per_unit is not None and not Decimal("0.000001") <= metres_per_unit <= 1_000:
        problems.append(texts.invalid("metres_per_unit", _("A unit is between 0.000001 and 1,000 metres.")))
    for name, value in (("right", right), ("down", down)):
        if value is not None and (abs(value) > 1_000 or value.scaleb(2) % 1):
            problems.append(texts.invalid(name, _("Places are given in whole centimetres.")))
    if any(role not in Role.values for role in (roles or {}).values()):
        problems.append(texts.invalid("roles", _("Choose one of the list.")))
    refuse_any(problems)
    with transaction.atomic():
        stored = PlanImport.objects.select_for_update(of=("self",)).select_related("hall").get(pk=plan_import.pk)
        if stored.applied_at is not None:
            raise Refused(texts.invalid("id", _("This drawing is in the plan already.")))
        for name, value in (("metres_per_unit", metres_per_unit), ("right", right), ("down", down)):
            if value is not None:
                setattr(stored, name, value)
        stored.roles = {layer: (roles or {}).get(layer, role) for layer, role in stored.roles.items()}
        stored.save()
    return stored


def _to_origin(drawing: Drawing, roles: Mapping[str, Role]) -> None:
    """Measure from the hall's corner, else from the drawing's."""
    whole = [outline for outline in drawing.outlines if roles[outline.layer] is Role.HALL]
    kept = [outline for outline in drawing.outlines if roles[outline.layer] is not Role.NOTHING]
    left, top, _right, _bottom = extent(whole or kept or drawing.outlines)
    if not whole and 0 <= left < 1_000_000 and 0 <= top < 1_000_000 and drawing.metres_per_unit is None:
        left = top = 0.0
    for outline in drawing.outlines:
        outline.points = _moved(outline, left, top)


def _moved(outline: Outline, left: float, top: float) -> list[tuple[float, float]]:
    return [(round(x - left, 6), round(y - top, 6)) for x, y in outline.points]
