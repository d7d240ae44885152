"""Completeness: a lot with everything misses nothing, and whatever is taken away is named."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from catalog.models import Lot
from catalog.traceability.step_kind import StepKind
from i18n.languages import LANGUAGES
from logistics.packs.dossier import Dossier, gather
from logistics.packs.finding import Found
from logistics.packs.pack import PackCode
from logistics.packs.registry import PACKS
from logistics.packs.report import ReportLine, report_on
from logistics.packs.rules import rules
from tests.factories.packs import make_full_lot

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
Take = Callable[[Dossier], Dossier]


@pytest.fixture(scope="module")
def full(django_db_setup: Any, django_db_blocker: Any) -> Any:
    """One lot for all tests of this file, which only read it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        lot = Lot.objects.select_related("variant__product__seller__address").get(pk=make_full_lot().pk)
        yield gather(lot, on=DAY)
        transaction.set_rollback(True)


def changed(row: Any, **values: Any) -> Any:
    """A copy of a record with other values; the record itself stays."""
    other = copy(row)
    other._state = copy(row._state)
    other._state.fields_cache = dict(row._state.fields_cache)
    for name, value in values.items():
        setattr(other, name, value)
    return other


def of_product(**values: Any) -> Take:
    return lambda full: replace(full, product=changed(full.product, **values))


def of_seller(**values: Any) -> Take:
    return lambda full: replace(full, seller=changed(full.seller, **values))


def of_lot(**values: Any) -> Take:
    return lambda full: replace(full, lot=changed(full.lot, **values))


def of_variant(**values: Any) -> Take:
    return lambda full: replace(full, variant=changed(full.variant, **values))


def of_wood(**values: Any) -> Take:
    return lambda full: replace(full, materials=(changed(full.materials[0], **values), full.materials[1]))


def of_steps(**values: Any) -> Take:
    return lambda full: replace(full, steps=tuple(changed(step, **values) for step in full.steps))


def of_bill(**values: Any) -> Take:
    return lambda full: replace(full, bill=tuple(changed(each, **values) for each in full.bill))


def of_address(**values: Any) -> Take:
    return lambda full: replace(full, seller=changed(full.seller, address=changed(full.seller.address, **values)))


def without(**fields: Any) -> Take:
    return lambda full: replace(full, **fields)


def without_steps(*kinds: str) -> Take:
    return lambda full: replace(full, steps=tuple(step for step in full.steps if step.kind not in kinds))


def of_plots(place: int, **values: Any) -> Take:
    def take(full: Dossier) -> Dossier:
        first = full.materials[0]
        plots = list(full.plots[first.pk])
        plots[place] = changed(plots[place], **values)
        return replace(full, plots={**full.plots, first.pk: tuple(plots)})

    return take


def no_plots(full: Dossier) -> Dossier:
    return replace(full, plots=dict.fromkeys(full.plots, ()))


def no_wood(full: Dossier) -> Dossier:
    return replace(full, materials=full.materials[1:])


TAKEN: dict[tuple[PackCode, str], Take] = {
    (PackCode.VN_RECORD, "NAME"): of_product(name=""),
    (PackCode.VN_RECORD, "PICTURE"): without(pictures=0),
    (PackCode.VN_RECORD, "MAKER"): of_seller(legal_name=""),
    (PackCode.VN_RECORD, "ADDRESS"): of_address(street_address_1=""),
    (PackCode.VN_RECORD, "ORIGIN"): of_product(origin_country=""),
    (PackCode.VN_RECORD, "STAGES"): of_steps(kind=StepKind.PACKING),
    (PackCode.VN_RECORD, "STAGE_PLACES"): of_steps(place=""),
    (PackCode.VN_RECORD, "MADE_ON"): of_lot(produced_on=None),
    (PackCode.VN_RECORD, "TRACE_CODE"): without(code=""),
    (PackCode.VN_RECORD, "LOT"): of_lot(number=""),
    (PackCode.VN_RECORD, "EXPIRY"): of_lot(expires_on=None),
    (PackCode.VN_RECORD, "STANDARDS"): without(certificates=()),
    (PackCode.VN_RECORD, "GTIN"): of_variant(gtin="8930000000018"),
    (PackCode.VN_RECORD, "MAKER_ID"): of_seller(tax_code=""),
    (PackCode.VN_RECORD, "WARNINGS"): of_product(warnings=""),
    (PackCode.VN_RECORD, "UNIQUE_ID"): without(uri=""),
    (PackCode.EUDR, "TRADE_NAME"): of_product(name=""),
    (PackCode.EUDR, "HS_CODE"): of_product(hs_code=""),
    (PackCode.EUDR, "MATERIALS"): no_wood,
    (PackCode.EUDR, "SPECIES"): of_wood(common_name=""),
    (PackCode.EUDR, "QUANTITY"): of_wood(net_weight_kg=None),
    (PackCode.EUDR, "COUNTRY"): of_wood(country=""),
    (PackCode.EUDR, "HARVEST"): of_wood(harvested_from=None, harvested_until=None),
    (PackCode.EUDR, "PLOTS"): no_plots,
    (PackCode.EUDR, "LOCATED"): of_plots(1, latitude=None),
    (PackCode.EUDR, "BOUNDARIES"): of_plots(0, boundary=""),
    (PackCode.EUDR, "SUPPLIER"): of_wood(supplier=None),
    (PackCode.EUDR, "PRODUCER"): of_seller(email=""),
    (PackCode.EUDR, "DEFORESTATION"): without(certificates=()),
    (PackCode.EUDR, "STATEMENT"): without(statements=()),
    (PackCode.PASSPORT, "UNIQUE_ID"): without(code=""),
    (PackCode.PASSPORT, "GTIN"): of_variant(gtin=""),
    (PackCode.PASSPORT, "HS_CODE"): of_product(hs_code=""),
    (PackCode.PASSPORT, "OPERATOR"): of_seller(tax_code=""),
    (PackCode.PASSPORT, "FACILITY"): of_steps(place_ref=None),
    (PackCode.PASSPORT, "MATERIALS"): of_wood(net_weight_kg=None),
    (PackCode.PASSPORT, "RECYCLED"): of_wood(recycled_percent=None),
    (PackCode.PASSPORT, "SUBSTANCES"): of_wood(has_no_substances=False),
    (PackCode.PASSPORT, "CERTIFICATES"): without(certificates=()),
    (PackCode.PASSPORT, "SAFETY"): of_product(warnings=""),
    (PackCode.GPSR, "MAKER"): of_seller(email=""),
    (PackCode.GPSR, "PERSON"): without(person=None),
    (PackCode.GPSR, "PICTURE"): without(pictures=0),
    (PackCode.GPSR, "TYPE"): of_product(category=None),
    (PackCode.GPSR, "IDENTIFIER"): of_variant(sku=""),
    (PackCode.GPSR, "WARNINGS"): of_product(warnings=""),
    (PackCode.LACEY, "MATERIALS"): no_wood,
    (PackCode.LACEY, "VALUE"): of_wood(value_amount=None),
    (PackCode.LACEY, "SPECIES"): of_wood(scientific_name="Hevea"),
    (PackCode.LACEY, "COUNTRY"): of_wood(country=""),
    (PackCode.LACEY, "QUANTITY"): of_wood(net_weight_kg=None, volume_m3=None),
    (PackCode.LACEY, "RECYCLED"): of_wood(recycled_percent=None),
    (PackCode.ORIGIN, "HS_CODE"): of_product(hs_code=""),
    (PackCode.ORIGIN, "BILL"): without(bill=()),
    (PackCode.ORIGIN, "MATERIAL_CODES"): of_bill(hs_code=""),
    (PackCode.ORIGIN, "MATERIAL_ORIGINS"): of_bill(origin_country=""),
    (PackCode.ORIGIN, "PRICE"): without(is_priced=False),
    (PackCode.ORIGIN, "DECLARATIONS"): of_bill(declared=False),
    (PackCode.ORIGIN, "WEIGHT"): of_variant(net_weight_g=None),
    (PackCode.FSMA_204, "LOT_CODE"): of_lot(number=""),
    (PackCode.FSMA_204, "HARVEST"): without_steps(StepKind.HARVESTING),
    (PackCode.FSMA_204, "PACKING"): without_steps(StepKind.PACKING),
    (PackCode.FSMA_204, "SHIPPING"): without_steps(StepKind.SHIPPING),
    (PackCode.FSMA_204, "PLACES"): of_steps(place_ref=None),
    (PackCode.FSMA_204, "PARTNERS"): of_steps(party=None),
    (PackCode.FSMA_204, "PAPERS"): of_steps(papers=[]),
}


def shorter_codes(full: Dossier) -> Dossier:
    wood = changed(full.materials[0], hs_code="440799")
    return replace(full, materials=(wood, full.materials[1]), product=changed(full.product, hs_code="940169"))


TAKEN[PackCode.LACEY, "HTSUS"] = shorter_codes


def line(dossier: Dossier, pack: PackCode, code: str) -> ReportLine:
    return next(each for each in report_on(PACKS[pack], dossier, "en").lines if each.code == code)


def test_a_full_lot_misses_nothing(full: Dossier) -> None:
    for pack in PACKS.values():
        report = report_on(pack, full, "en")
        assert report.is_complete, [each.label for each in report.lines if each.found is Found.MISSING]
        doubted = {each.code for each in report.lines if each.found is Found.DOUBTFUL}
        assert doubted == ({"DEFORESTATION"} if pack.code is PackCode.EUDR else set())


def test_whatever_is_taken_away_is_named(full: Dossier) -> None:
    """Every line of every pack, so that a new one without its row here fails."""
    assert set(TAKEN) == {(pack.code, each.code) for pack in PACKS.values() for each in pack.requirements}
    for (pack, code), take in TAKEN.items():
        before, after = line(full, pack, code).found, line(take(full), pack, code).found
        assert before in (Found.THERE, Found.DOUBTFUL), (pack, code)
        expected = {
            "EXPIRY": Found.NOT_ASKED,
            "PARTNERS": Found.MISSING,
            "DECLARATIONS": Found.DOUBTFUL,
        }.get(code, Found.MISSING)
        assert after is expected, (pack, code, after)


def test_names_say_of_what_it_is_missing(full: Dossier) -> None:
    assert line(of_wood(country="")(full), PackCode.EUDR, "COUNTRY").names == ("Gỗ cao su",)
    assert line(of_plots(0, boundary="")(full), PackCode.EUDR, "BOUNDARIES").names == ("Lô 12, Minh Thạnh",)
    assert line(of_steps(papers=[])(full), PackCode.FSMA_204, "PAPERS").names[0] == "Bước 1"


def test_every_line_names_a_dated_rule_in_every_language(full: Dossier) -> None:
    for pack in PACKS.values():
        english = {each.code: each.label for each in report_on(pack, full, "en").lines}
        assert len(english) == len(pack.requirements)
        for language in LANGUAGES:
            report = report_on(pack, full, language)
            assert all(each.label and each.rule.since.legal_basis for each in report.lines)
    assert {each.rule.code for pack in PACKS.values() for each in report_on(pack, full, "vi").lines} == set(rules())


@pytest.mark.parametrize(
    ("hs_code", "pack", "concerned"),
    [
        ("940360", PackCode.EUDR, True),
        ("4407", PackCode.EUDR, True),
        ("940169", PackCode.EUDR, None),
        ("94", PackCode.EUDR, None),
        ("691110", PackCode.EUDR, False),
        ("640399", PackCode.EUDR, False),
        ("", PackCode.EUDR, None),
        ("080450", PackCode.FSMA_204, None),
        ("940360", PackCode.FSMA_204, False),
    ],
)
def test_whom_a_rule_concerns(full: Dossier, hs_code: str, pack: PackCode, concerned: bool | None) -> None:
    assert PACKS[pack].concerns(of_product(hs_code=hs_code)(full)) is concerned
