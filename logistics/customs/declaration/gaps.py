"""What a declaration still lacks before a paper can be made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as with_default
from datetime import date

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.postal_form import fits_cn22
from logistics.customs.documents.document import DocumentKind


@dataclass(frozen=True, slots=True)
class Gap:
    """``message`` is an English message id with named ``params``."""

    field: str
    message: str
    params: dict[str, object] = with_default(default_factory=dict)


class PaperIncomplete(Exception):
    """A paper cannot be made from what is declared; ``gaps`` says why."""

    def __init__(self, kind: DocumentKind, gaps: list[Gap]) -> None:
        super().__init__(f"{kind}: {'; '.join(gap.message % gap.params for gap in gaps)}")
        self.kind = kind
        self.gaps = gaps


def gaps_for(kind: DocumentKind, declared: Declaration, *, on: date) -> list[Gap]:
    """Empty when the paper can be made."""
    return [gap for check in CHECKS.get(kind, ()) for gap in check(declared, on)]


def _codes(declared: Declaration, on: date) -> Iterator[Gap]:
    for line in declared.lines:
        if len(line.item.hs_code) < 6:
            yield Gap("hs_code", _("%(goods)s has no HS code of six digits."), {"goods": line.item.description})


def _weights(declared: Declaration, on: date) -> Iterator[Gap]:
    for line in declared.lines:
        if not line.net_weight_g:
            yield Gap("weight", _("The net weight of %(goods)s is not known."), {"goods": line.item.description})
    if declared.gross_weight_g < declared.net_weight_g:
        yield Gap("weight", _("The packages are said to weigh less than what is in them."))


def _small(declared: Declaration, on: date) -> Iterator[Gap]:
    if not fits_cn22(declared, on=on):
        yield Gap("kind", _("Form CN 22 is for up to 300 SDR and four lines of goods: take CN 23."))


def _statement(declared: Declaration, on: date) -> Iterator[Gap]:
    if declared.facts.origin is None:
        yield Gap("origin", _("No statement on origin has been entered."))


def _plants(declared: Declaration, on: date) -> Iterator[Gap]:
    plants = [plant for line in declared.lines for plant in line.facts.plants]
    if not plants:
        yield Gap("lines", _("No plant material is entered for any line."))
    for plant in plants:
        if not plant.country or plant.quantity <= 0:
            name = f"{plant.genus} {plant.species}"
            yield Gap("lines", _("Quantity or country of harvest of %(plant)s is missing."), {"plant": name})


def _dangers(declared: Declaration, on: date) -> Iterator[Gap]:
    dangerous = [line.facts.dangerous for line in declared.lines if line.facts.dangerous is not None]
    if not dangerous:
        yield Gap("lines", _("No line is entered as dangerous goods."))
    for goods in dangerous:
        if not goods.shipping_name or not goods.hazard_class:
            yield Gap("lines", _("Shipping name or class of UN %(number)s is missing."), {"number": goods.un_number})
    if dangerous and not declared.facts.emergency_phone:
        yield Gap("emergency_phone", _("Dangerous goods need an emergency telephone."))


CHECKS: dict[DocumentKind, tuple[Callable[[Declaration, date], Iterator[Gap]], ...]] = {
    DocumentKind.CN22: (_codes, _weights, _small),
    DocumentKind.CN23: (_codes, _weights),
    DocumentKind.ORIGIN_DATA: (_codes, _weights),
    DocumentKind.ORIGIN_STATEMENT: (_codes, _statement),
    DocumentKind.LACEY: (_codes, _plants),
    DocumentKind.DANGEROUS_GOODS: (_weights, _dangers),
    DocumentKind.SHIPPER_LETTER: (_weights,),
}
