"""Lots, their history, their codes, and what a code says."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import segno
from django.utils import timezone as django_timezone

from catalog.products.approval import ProductApproval
from catalog.traceability import mint_codes as minting
from catalog.traceability.active_codes import UnknownTraceCodes, require_active_codes
from catalog.traceability.create_lot import BadLot, LotNumberTaken, create_lot, update_lot
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.mint_codes import TooManyCodes, mint_codes, void_codes
from catalog.traceability.qr import qr_svg, trace_url
from catalog.traceability.record_step import record_step
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import AlreadyCorrected, BadStep
from catalog.traceability.step_kind import STAGES, StepKind
from catalog.traceability.trace import trace
from catalog.traceability.translate_step import SourceLanguage, translate_step
from i18n.translate import localize
from tests.factories.catalog import make_product, make_variant
from tests.factories.traceability import lot_data, make_code, make_lot, make_step, step_data

pytestmark = pytest.mark.django_db
SAIGON = timezone(timedelta(hours=7))


def test_a_lot_number_is_of_one_seller_once() -> None:
    lot = make_lot(number="A-1")
    with pytest.raises(LotNumberTaken):
        create_lot(variant=lot.variant, data=lot_data(number="A-1"))
    other = make_lot(number="A-1")
    assert other.seller_id != lot.seller_id
    assert Lot.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "overrides"),
    [("number", {"number": " "}), ("quantity", {"quantity": 0}), ("expires_on", {"expires_on": date(2026, 10, 1)})],
)
def test_impossible_lots(field: str, overrides: dict[str, Any]) -> None:
    with pytest.raises(BadLot) as refused:
        make_lot(**overrides)
    assert refused.value.field == field
    assert not Lot.objects.exists()


def test_a_lot_can_be_corrected_but_not_take_a_taken_number() -> None:
    variant = make_variant()
    lot, other = make_lot(variant, number="A-1"), make_lot(variant, number="A-2")
    update_lot(lot=lot, data=lot_data(number="A-1", quantity=80))
    lot.refresh_from_db()
    assert lot.quantity == 80
    with pytest.raises(LotNumberTaken):
        update_lot(lot=other, data=lot_data(number="A-1"))
    other.refresh_from_db()
    assert other.number == "A-2"


def test_a_step_keeps_the_clock_of_its_place() -> None:
    step = make_step(occurred_at=datetime(2026, 10, 5, 8, 30, tzinfo=SAIGON))
    step.refresh_from_db()
    assert step.occurred_at == datetime(2026, 10, 5, 1, 30, tzinfo=UTC)
    assert step.local_time.isoformat() == "2026-10-05T08:30:00+07:00"


def test_steps_that_cannot_be() -> None:
    lot, other = make_lot(), make_step()
    for field, data, supersedes in [
        ("occurred_at", step_data(occurred_at=django_timezone.now() + timedelta(days=1)), None),
        ("occurred_at", step_data(occurred_at=datetime(2026, 1, 1)), None),  # noqa: DTZ001  # that is what is refused
        ("title", step_data(title="  "), None),
        ("supersedes", step_data(), other),
    ]:
        with pytest.raises(BadStep) as refused:
            record_step(lot=lot, data=data, by=None, supersedes=supersedes)
        assert refused.value.field == field
    assert not lot.steps.exists()


def test_a_correction_is_a_new_row_and_the_old_one_stays() -> None:
    lot = make_lot()
    wrong = make_step(lot, title="Đóng thùng")
    right = record_step(lot=lot, data=step_data(title="Đóng kiện"), by=None, supersedes=wrong)
    assert list(lot.steps.standing()) == [right]
    assert TraceStep.objects.get(pk=wrong.pk).title == "Đóng thùng"
    with pytest.raises(AlreadyCorrected):
        record_step(lot=lot, data=step_data(), by=None, supersedes=wrong)
    newest = record_step(lot=lot, data=step_data(title="Đóng kiện gỗ"), by=None, supersedes=right)
    assert list(lot.steps.standing()) == [newest]


def test_every_kind_is_mapped_to_a_vietnamese_stage_and_epcis() -> None:
    assert set(STAGES) == set(StepKind)
    assert all(stage.vietnamese and stage.event_type.endswith("Event") for stage in STAGES.values())
    assert [kind for kind, stage in STAGES.items() if not stage.biz_step.startswith("https://ref.gs1.org/cbv/")] == [
        StepKind.GROWING
    ]


def test_codes_are_minted_in_bulk(django_assert_max_num_queries: object) -> None:
    lot = make_lot()
    codes = mint_codes(lot=lot, count=1000)
    assert len({code.code for code in codes}) == 1000
    assert lot.codes.count() == 1000


def test_a_code_that_is_taken_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = make_code().code
    draws = iter([taken, "0000000000000", "0000000000000", "1111111111111"])
    monkeypatch.setattr(minting, "random_code", lambda: next(draws))
    assert {code.code for code in mint_codes(lot=make_lot(), count=2)} == {"0000000000000", "1111111111111"}


@pytest.mark.parametrize("count", [0, -1, 1001])
def test_too_many_codes_at_once(count: int) -> None:
    with pytest.raises(TooManyCodes):
        mint_codes(lot=make_lot(), count=count)
    assert not TraceCode.objects.exists()


def test_too_many_codes_for_a_lot(monkeypatch: pytest.MonkeyPatch) -> None:
    lot = make_lot()
    monkeypatch.setattr(minting, "MOST_PER_LOT", 3)
    mint_codes(lot=lot, count=2)
    with pytest.raises(TooManyCodes):
        mint_codes(lot=lot, count=2)
    assert lot.codes.count() == 2


def test_trace_tells_the_history_in_two_queries(django_assert_num_queries: object) -> None:
    lot = make_lot()
    later = make_step(lot, occurred_at=datetime(2026, 10, 5, tzinfo=UTC))
    earlier = make_step(lot, kind=StepKind.COMMISSIONING, occurred_at=datetime(2026, 10, 1, tzinfo=UTC))
    code = make_code(lot)
    with django_assert_num_queries(2):  # type: ignore[operator]  # the fixture has no published type
        found = trace(code.code.lower())
        assert found is not None
        assert found.seller.name
    assert found.is_active
    assert found.product == lot.variant.product
    assert found.steps == (earlier, later)


def test_voided_and_unknown_are_told_apart() -> None:
    lot = make_lot()
    make_step(lot)
    good, lost = mint_codes(lot=lot, count=2)
    assert void_codes(seller_id=lot.seller_id, codes=[lost.code], reason="Mất cuộn tem") == [lost.code]
    voided = trace(lost.code)
    assert voided is not None
    assert not voided.is_active
    assert voided.void_reason == "Mất cuộn tem"
    assert voided.voided_at is not None
    assert voided.steps == ()
    still = trace(good.code)
    assert still is not None
    assert still.is_active
    assert trace("0000000000000") is None
    assert trace("nonsense") is None


def test_goods_stay_traceable_after_the_product_is_withdrawn() -> None:
    product = make_product(approval=ProductApproval.REJECTED)
    code = make_code(make_lot(make_variant(product)))
    assert trace(code.code) is not None


def test_active_codes_of_the_seller_only() -> None:
    lot = make_lot()
    mine, lost = mint_codes(lot=lot, count=2)
    void_codes(seller_id=lot.seller_id, codes=[lost.code], reason="")
    theirs = make_code()
    assert require_active_codes(seller_id=lot.seller_id, codes=[mine.code.lower(), mine.code]) == [mine.code]
    with pytest.raises(UnknownTraceCodes) as refused:
        require_active_codes(seller_id=lot.seller_id, codes=[mine.code, theirs.code, lost.code, "XX"])
    assert refused.value.codes == [theirs.code, lost.code, "XX"]


def test_the_qr_holds_the_public_address() -> None:
    code = make_code().code
    url = trace_url(code)
    assert url.endswith(f"/t/{code}")
    svg = qr_svg(code)
    assert svg.startswith("<svg")
    assert f"<title>{code}</title>" in svg
    size = segno.make_qr(url, error="m", boost_error=False).symbol_size(border=4)
    assert f'viewBox="0 0 {size[0]} {size[1]}"' in svg


def test_a_step_in_another_language() -> None:
    step = make_step(title="Đóng thùng")
    translate_step(step=step, language="en", title="Packed in cartons")
    with pytest.raises(SourceLanguage):
        translate_step(step=step, language="vi", title="x")
    (texts,) = localize(
        subject=TraceStep.SUBJECT, rows=[step], fields=["title"], language="nl",
        source_language=lambda row: row.source_language,
    )  # fmt: skip
    title = texts["title"]
    assert title is not None
    assert (title.text, title.language, title.is_fallback) == ("Packed in cartons", "en", True)
