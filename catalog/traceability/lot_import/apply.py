"""``apply_lot_import``: write the lots, steps and codes of a sheet that was looked through.

1. Lock the import; applied already, nothing happens.
2. Check the rows again: the seller may have written meanwhile.
3. Make the lots that are new, record the steps that are not there (each with its event), make the codes.
One transaction: all of what is wanted, or nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from catalog.traceability.code import normalise
from catalog.traceability.create_lot import LotData, create_lot
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.lot_import.check import Known, check_rows
from catalog.traceability.lot_import.lot_import import LotImport, LotImportStatus
from catalog.traceability.lot_import.rows import Row
from catalog.traceability.mint_codes import mint_codes
from catalog.traceability.record_step import record_step
from catalog.traceability.step_data import StepData, StepInput
from catalog.traceability.step_kind import StepKind
from catalog.traceability.templates.template import fields
from catalog.traceability.templates.title_texts import stage_title
from i18n.messages import gettext, gettext_noop
from i18n.text import fold
from marketplace.accounts.models import User

_ = gettext_noop


def apply_lot_import(*, lot_import: LotImport, only_good_rows: bool, by: User | None) -> LotImport:
    """Raises `Refused` ``HAS_ERRORS`` when all rows are wanted and one is wrong. Again it changes nothing."""
    with transaction.atomic():
        locked = LotImport.objects.select_for_update().select_related("seller").get(pk=lot_import.pk)
        if locked.status == LotImportStatus.APPLIED:
            return locked
        known = check_rows(locked.seller, locked.rows)
        refused = sum(row["problem"] is not None for row in locked.rows)
        if refused and not only_good_rows:
            message = _("%(refused)s rows of the file are wrong; nothing was changed.")
            raise Refused(Problem("id", "HAS_ERRORS", message, {"refused": refused}))
        _write(locked, known, by)
        locked.status, locked.applied_at = LotImportStatus.APPLIED, timezone.now()
        locked.save()
    return locked


def _write(locked: LotImport, known: Known, by: User | None) -> None:
    good = [row for row in locked.rows if row["problem"] is None]
    # All at once and in the order of their keys, since recording a step locks its lot.
    list(Lot.objects.select_for_update().filter(pk__in=[lot.pk for lot in known.lots.values()]).order_by("pk"))
    codes: dict[str, int] = {}
    for row in good:
        if row["action"] == "LOT":
            known.lots[row["lot"]] = _make_lot(locked, row, known)
            locked.lots_created += 1
            codes[row["lot"]] = row["code_count"] or 0
    for row in good:
        if row["action"] != "KNOWN":
            lot = known.lots[row["lot"]]
            record_step(lot=lot, data=_data(locked, row, known), by=by, entry_key=row["entry_key"])
            locked.steps_created += 1
    for number, count in codes.items():
        if count:
            locked.codes_created += len(mint_codes(lot=known.lots[number], count=count))


def _make_lot(locked: LotImport, row: Row, known: Known) -> Lot:
    variant = ProductVariant.objects.get(pk=known.variants[row["sku"]])
    made = date.fromisoformat(row["made"] or row["occurred_at"][:10])
    return create_lot(
        variant=variant,
        data=LotData(
            number=row["lot"],
            produced_on=made,
            quantity=row["pieces"],
            place=row["lot_place"] or row["place"],
            expires_on=date.fromisoformat(row["expires"]) if row["expires"] else None,
            source_language=locked.source_language,
        ),
    )


def _data(locked: LotImport, row: Row, known: Known) -> StepData:
    kind, language = StepKind(row["kind"]), locked.source_language
    stage = row["template_stage"]
    return StepData(
        kind=kind,
        occurred_at=datetime.fromisoformat(row["occurred_at"]),
        place=row["place"] or row["lot_place"] or known.lots[row["lot"]].place,
        stage=stage,
        title=row["title"] or (stage_title(stage, language) if stage else gettext(language, kind.label)),
        detail=row["detail"],
        source_language=language,
        party=_party(locked, row, known),
        inputs=(_input(row, known, locked.seller_id),) if row["input"] else (),
        measures={fields()[key].name: value for key, value in row["measures"].items()},
        papers=((_PAPER_OF.get(kind, "desadv"), row["paper"]),) if row["paper"] else (),
    )


_PAPER_OF = {StepKind.HARVESTING: "forest_products_list", StepKind.INSPECTING: "testres", StepKind.DEPARTING: "bol"}
"""Which paper a kind of step usually has; a delivery note else."""


def _party(locked: LotImport, row: Row, known: Known) -> TraceParty | None:
    """A partner by name; one that is not in the address book yet is entered there."""
    if not row["partner"]:
        return None
    name = fold(row["partner"])
    if name not in known.parties:
        known.parties[name] = TraceParty.objects.create(seller=locked.seller, name=row["partner"])
    party: TraceParty = known.parties[name]
    return party


def _input(row: Row, known: Known, seller_id: int) -> StepInput:
    amount = Decimal(row["amount"]) if row["amount"] else None
    return StepInput(_thing(row["input"], known, seller_id), amount, row["uom"] or "")


def _thing(text: str, known: Known, seller_id: int) -> Any:
    if text in known.materials:
        return MaterialBatch.objects.get(seller_id=seller_id, number=text)
    if text in known.lots:
        return known.lots[text]
    code = normalise(text)
    if code in known.codes:
        return lot_uri(TraceCode.objects.select_related("lot__variant").get(pk=code).lot)
    return text
