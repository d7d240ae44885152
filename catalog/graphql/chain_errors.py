"""What the mass balance and recalls refuse, as errors of mutations."""

from typing import Any

from catalog.traceability.mass_balance.acknowledge import AlarmSettled, BadYield
from catalog.traceability.recall.locks import RecallIsClosed
from catalog.traceability.recall.open_recall import AlreadyRecalled, BadRecall
from catalog.traceability.recall.progress import MoreBackThanSent
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError

_YIELD_MESSAGES = {
    "kind": _("Choose one of the list."),
    "most": _("The share of the material that comes out is above 0 and at most 100."),
    "material_per_piece": _("The amount of material in a piece is more than zero."),
    "material_uom": _("This unit is not known here. Use KGM, GRM, TNE, MTQ, LTR, MTK, MTR or another common one."),
    "basis": _("Please say where a figure of your own is from."),
}
_RECALL_MESSAGES = {
    "lots": _("A recall is of lots of one seller."),
    "hazard": _("Choose one of the list."),
    "texts": _("Please give a reason and what to do, in the language you write in at least."),
}
_YIELD_FIELDS = {"material_uom": "material_unit"}
BALANCE: dict[type[Exception], Any] = {
    AlarmSettled: lambda refusal: InputError(_("The figures agree by now; there is nothing to explain."), field="id"),
    BadYield: lambda refusal: InputError(
        _YIELD_MESSAGES[refusal.field], field=f"input.{_YIELD_FIELDS.get(refusal.field, refusal.field)}"
    ),
}
RECALL: dict[type[Exception], Any] = {
    BadRecall: lambda refusal: InputError(_RECALL_MESSAGES[refusal.field], field=f"input.{refusal.field}"),
    AlreadyRecalled: lambda refusal: InputError(
        _("These lots are called back already: %(numbers)s."),
        field="input.lots",
        code="UNIQUE",
        params={"numbers": ", ".join(refusal.numbers[:5])},
    ),
    RecallIsClosed: lambda refusal: InputError(_("This recall is over."), field="id"),
    MoreBackThanSent: lambda refusal: InputError(
        _("At most %(got)s can come back."), field="quantity_back", params={"got": f"{refusal.got.normalize():f}"}
    ),
}


def bounded(text: str, longest: int, field: str) -> None:
    """Refuse a text that its column could not hold."""
    if len(text) > longest:
        raise InputError(
            _("At most %(longest)s characters are possible here."), field=field, params={"longest": longest}
        )
