"""``start_label_run``: ask for labels of a lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from catalog.traceability.active_codes import UnknownTraceCodes, require_active_codes
from catalog.traceability.labels.label_item import NotPrintable, items_of
from catalog.traceability.labels.label_run import LabelFormat, LabelRun, LabelRunStatus, LabelSubject, LabelSymbol
from catalog.traceability.labels.label_text import label_text
from catalog.traceability.labels.layout import lay_out, place_symbol
from catalog.traceability.labels.pdf import DOT
from catalog.traceability.labels.sheet import sheet_of
from catalog.traceability.labels.zpl import RESOLUTIONS, dot_of
from catalog.traceability.linked_stages import require_traced
from catalog.traceability.lot import Lot, TraceCode, TraceCodeStatus
from catalog.traceability.mint_codes import MOST_AT_ONCE as MOST_CODES_AT_ONCE
from catalog.traceability.mint_codes import mint_codes
from catalog.traceability.minting.serials import mint_serials
from i18n.languages import language
from marketplace.accounts.models import User

KEPT = timedelta(hours=24)
MOST_LABELS = 10_000
MOST_PENDING = 5


class BadLabelCount(ValueError):
    """No label, or more than are written at once."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} is not between 1 and {MOST_LABELS}")
        self.count = count
        self.most = MOST_LABELS


class TooManyRuns(ValueError):
    """So many runs of the seller are waiting that another has to wait."""


@dataclass(frozen=True, slots=True)
class WantedLabels:
    """``count`` labels: for pieces and serials as many new ones, unless ``codes`` names those to print again.

    Pieces with neither are all the codes in force that the lot has.
    """

    symbol: LabelSymbol
    subject: LabelSubject
    sheet: str
    format: LabelFormat = LabelFormat.PDF
    language: str = "vi"
    dpi: int = RESOLUTIONS[0]
    count: int | None = None
    codes: Sequence[str] = ()


def start_label_run(*, lot: Lot, wanted: WantedLabels, by: User | None) -> LabelRun:
    """A run that is still to be written (see ``write_runs``), with the codes or serials that it gives out.

    Whatever is refused gives out none. A QR code leads people to the lot's history, so a lot whose history is not
    linked has none: raises ``TooFewStages``. Raises ``UnknownSheet``, ``UnknownLanguage``, `BadLabelCount`,
    `TooManyRuns`, ``NotPrintable``, ``NoEan``, ``SymbolTooLarge``, ``TooLongForDataMatrix``, ``UnknownTraceCodes``,
    ``TooManyCodes``, ``NoSeries`` and ``NoGtin``.
    """
    _check(wanted)
    if wanted.symbol == LabelSymbol.QR:
        require_traced(lot)
    with transaction.atomic():
        Lot.objects.select_for_update().get(pk=lot.pk)
        if LabelRun.objects.filter(seller_id=lot.seller_id, status=LabelRunStatus.PENDING).count() >= MOST_PENDING:
            raise TooManyRuns(f"{MOST_PENDING} runs of seller {lot.seller_id} are waiting")
        run = _run(lot, wanted, by)
        _try_first(run)
        run.save()
    return run


def _check(wanted: WantedLabels) -> None:
    sheet = sheet_of(wanted.sheet)
    language(wanted.language)
    if wanted.format == LabelFormat.ZPL and (not sheet.is_roll or wanted.dpi not in RESOLUTIONS):
        raise NotPrintable("ZPL_SHEET")
    if wanted.symbol == LabelSymbol.EAN and wanted.subject != LabelSubject.LOT:
        raise NotPrintable("EAN_SUBJECT")
    if wanted.codes and wanted.subject != LabelSubject.PIECE:
        raise NotPrintable("CODES_SUBJECT")
    count = len(wanted.codes) or wanted.count
    if count is None and wanted.subject == LabelSubject.PIECE:
        return
    if count is None or not 1 <= count <= MOST_LABELS:
        raise BadLabelCount(count or 0)


def _run(lot: Lot, wanted: WantedLabels, by: User | None) -> LabelRun:
    codes = _codes(lot, wanted) if wanted.subject == LabelSubject.PIECE else []
    count = len(codes) or wanted.count or 0
    is_counted = wanted.subject == LabelSubject.SERIAL
    return LabelRun(
        seller_id=lot.seller_id,
        lot=lot,
        by=by,
        symbol=wanted.symbol,
        subject=wanted.subject,
        sheet=wanted.sheet,
        format=wanted.format,
        dpi=wanted.dpi if wanted.format == LabelFormat.ZPL else 600,
        language=wanted.language,
        count=count,
        codes=codes,
        serials=mint_serials(lot=lot, count=count) if is_counted else None,
        expires_at=timezone.now() + KEPT,
    )


def _codes(lot: Lot, wanted: WantedLabels) -> list[str]:
    if wanted.codes:
        return _of_lot(lot, require_active_codes(seller_id=lot.seller_id, codes=wanted.codes))
    if wanted.count is None:
        active = lot.codes.filter(status=TraceCodeStatus.ACTIVE).order_by("created_at", "code")
        found = list(active.values_list("code", flat=True)[: MOST_LABELS + 1])
        if not 1 <= len(found) <= MOST_LABELS:
            raise BadLabelCount(len(found))
        return found
    made: list[TraceCode] = []
    while len(made) < wanted.count:
        made += mint_codes(lot=lot, count=min(wanted.count - len(made), MOST_CODES_AT_ONCE))
    return [code.code for code in made]


def _of_lot(lot: Lot, codes: list[str]) -> list[str]:
    own = set(lot.codes.filter(code__in=codes).values_list("code", flat=True))
    strangers = [code for code in codes if code not in own]
    if strangers:
        raise UnknownTraceCodes(strangers)
    return codes


def _try_first(run: LabelRun) -> None:
    """Whatever hinders the first label hinders all of them: the seller is told now."""
    first, sheet = next(items_of(run)), sheet_of(run.sheet)
    layout = lay_out(sheet, label_text(run.lot, run.language), first)
    dot = DOT if run.format == LabelFormat.PDF else dot_of(run.dpi)
    place_symbol(layout, first, first.symbol(), dot=dot)
