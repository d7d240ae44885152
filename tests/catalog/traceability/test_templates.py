"""Templates of trades, what comes next, copies of lots, and values that were copied."""

from datetime import UTC, datetime, timedelta

import pytest

from catalog.traceability.copied_values import ALIKE, copied_values
from catalog.traceability.create_lot import BadLot
from catalog.traceability.entry.copy_lot import ProposalSettled, confirm_proposal, copy_lot, dismiss_proposal
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.record_step import data_of
from catalog.traceability.step_data import BadStep
from catalog.traceability.step_kind import StepKind
from catalog.traceability.templates import words
from catalog.traceability.templates.checklist import checklist, trade_of
from catalog.traceability.templates.template import fields, stage_kinds, trades
from i18n.languages import LANGUAGES
from i18n.translation import Translation
from tests.factories.catalog import make_variant
from tests.factories.traceability import lot_data, make_lot, make_step, step_data


def test_every_trade_stage_field_and_paper_has_words_and_nothing_else_has() -> None:
    papers = {paper for trade in trades().values() for stage in trade.stages for paper in stage.papers}
    used = {field.key for trade in trades().values() for stage in trade.stages for field in stage.asked}
    assert set(words.TRADES) == set(trades())
    assert set(words.STAGES) == set(stage_kinds())
    assert set(words.FIELDS) == set(fields()) == used
    assert papers <= set(words.PAPERS)
    for trade in trades().values():
        keys = [stage.key for stage in trade.stages]
        assert len(keys) == len(set(keys)) >= 5, trade.key


@pytest.mark.django_db
def test_the_checklist_says_what_is_done_and_what_comes_next() -> None:
    lot = make_lot(trade="wood_furniture")
    make_step(lot, kind=StepKind.HARVESTING, title="Khai thác")
    make_step(lot, kind=StepKind.TRANSFORMING, stage="kiln_drying", title="Sấy")
    stages = checklist(trade_of(lot), lot.steps.standing())
    assert [one.template.key for one in stages if one.step] == ["felling", "kiln_drying"]
    assert [one.template.key for one in stages if one.is_next] == ["joinery"]
    with pytest.raises(BadLot):
        make_lot(trade="magic")
    with pytest.raises(BadStep) as refused:
        make_step(lot, kind=StepKind.PACKING, stage="kiln_drying")
    assert refused.value.field == "stage"


@pytest.mark.django_db
def test_a_title_of_the_template_is_there_in_every_language() -> None:
    kept = make_step(kind=StepKind.INSPECTING, stage="inspection", title="Inspected", source_language="en")
    own = make_step(kind=StepKind.INSPECTING, stage="inspection", title="Looked at", source_language="en")
    rows = Translation.objects.filter(subject="catalog.TraceStep", field="title")
    assert {row.language for row in rows.filter(object_id=str(kept.pk))} == set(LANGUAGES) - {"en"}
    assert not rows.filter(object_id=str(own.pk)).exists()


@pytest.mark.django_db
def test_a_copied_lot_has_proposals_that_are_confirmed_one_by_one_and_marked() -> None:
    first = make_lot()
    for hour in (1, 2, 3):
        at = datetime(2026, 10, 1, hour, tzinfo=UTC)
        make_step(first, occurred_at=at, detail=f"Ca {hour}: độ ẩm đều", measures={"moisture_percent": "11"})
    made = copy_lot(lot=first, data=lot_data())
    one, two, three = StepProposal.objects.filter(lot=made)
    assert made.variant_id == first.variant_id
    assert not made.steps.exists()
    now = datetime(2026, 10, 9, tzinfo=UTC)
    same = data_of(one.source)
    step = confirm_proposal(
        proposal=one, data=step_data(occurred_at=now, detail=same.detail, measures=same.measures), by=None
    )
    changed = confirm_proposal(
        proposal=two, data=step_data(occurred_at=now, measures={"moisture_percent": "12"}), by=None
    )
    assert (step.is_copied, changed.is_copied) == (True, False)
    dismiss_proposal(proposal=three)
    for settled in (one, three):
        with pytest.raises(ProposalSettled):
            confirm_proposal(proposal=settled, data=same, by=None)
    assert made.steps.count() == 2


@pytest.mark.django_db
def test_numbers_and_texts_alike_in_many_lots_are_told_and_words_are_not() -> None:
    variant = make_variant()
    same = {"kiln_temperature_c": "58.4", "species": "Acacia mangium"}
    lots = []
    for number in range(ALIKE):
        lots.append(make_lot(variant))
        kiln = {"kind": StepKind.TRANSFORMING, "stage": "kiln_drying", "detail": f"Mẻ sấy số {number} của lò hai"}
        make_step(lots[-1], measures={**same, "moisture_percent": str(number)}, **kiln)
    *earlier, last = lots
    assert [(one.field, one.value, one.lots) for one in copied_values(last)] == [("kiln_temperature_c", "58.4", ALIKE)]
    assert not any(copied_values(lot) for lot in earlier), "the first to say it copied nobody"
    other = make_lot()
    make_step(other, kind=StepKind.TRANSFORMING, stage="kiln_drying", measures=same)
    assert not copied_values(other), "another seller's lots are not compared"
    make_step(last, detail="Đóng thùng như mọi lần, hai chiếc", occurred_at=datetime.now(UTC) - timedelta(days=1))
    assert len(copied_values(last)) == 1
