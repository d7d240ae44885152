"""Every indicator against what was counted by hand in the world of ``made_world``; ``None`` is withheld."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from catalog.traceability.linked_stages import NEEDED, linked_stages
from catalog.traceability.lot import Lot
from i18n.languages import LANGUAGES
from marketplace.append_only.rows import AppendOnly
from marketplace.indicators.definition import Unit
from marketplace.indicators.definitions import definitions
from marketplace.indicators.period import PeriodKind, day, month
from marketplace.indicators.snapshot import Observation, ObservationStatus, Snapshot
from marketplace.indicators.take_due import take_due
from tests.marketplace.indicators.made_world import NOW, World, make_world

T = "_T"
MILLION = 1_000_000

OF_TODAY: dict[str, dict[Any, Any]] = {
    # Two lacquerers are few; the total would tell them, so the smaller of the other trades goes with them.
    "sellers-active": {("furniture",): 6, ("ceramics",): None, ("lacquer",): None, (T,): 13},
    # f1 has three and five others one each; behind the four lacquer goods are two sellers.
    "products-published": {("furniture",): 8, ("ceramics",): None, ("lacquer",): None, (T,): 17},
    # Of 17: one is written in English and seven are translated, one translation is outdated; 16 are written in
    # Vietnamese; in Dutch three have a name, but only one of them needs no description.
    "languages-covered": {
        **{(language,): Decimal(0) for language in LANGUAGES},
        ("en",): Decimal("47.1"),
        ("vi",): Decimal("94.1"),
        ("nl",): Decimal("5.9"),
    },
    "lots-traced": {(): 6},
}
OF_OCTOBER: dict[str, dict[Any, Any]] = {
    # EUR 5 × 1,000 and 6 × 2,000 at 28,000; JPY 5 × 100,000 and 5 × 50,000 at 175; USD 10,000 at 25,000.
    # The one sale to the US is f1's alone. Its column needs another gap (NL, of six sellers, costs less than JP under
    # 94 with a sum of ten), and so do the sums of countries: NL.
    "exports-value": {
        ("NL", "44"): 140 * MILLION,
        ("NL", "94"): None,
        ("NL", T): None,
        ("JP", "69"): 88 * MILLION,  # 87.5
        ("JP", "94"): 44 * MILLION,  # 43.75
        ("JP", T): 131 * MILLION,  # 131.25: the rounded parts make 132
        ("US", "94"): None,
        ("US", T): None,
        (T, "44"): 140 * MILLION,
        (T, "69"): 88 * MILLION,
        (T, "94"): 630 * MILLION,  # 336 + 43.75 + 250
        (T, T): 857 * MILLION,  # 857.25
    },
    "export-items": {
        ("NL", "44"): 5,
        ("NL", "94"): None,
        ("NL", T): None,
        ("JP", "69"): 5,
        ("JP", "94"): 5,
        ("JP", T): 10,
        ("US", "94"): None,
        ("US", T): None,
        (T, "44"): 5,
        (T, "69"): 5,
        (T, "94"): 12,
        (T, T): 22,
    },
    # Seven of eleven.
    "shipping-on-time": {(): Decimal("63.6")},
    # b6 asked three sellers, so three quotes to Japan have one buyer; the Netherlands' five hide them.
    "quotes-asked": {("NL",): None, ("JP",): None, ("KR",): 6, (T,): 14},
    # Two to Vietnam and one to the US have together three sellers: too few to be told apart from a third country's.
    "orders-made": {("NL",): None, ("JP",): 10, ("US",): None, ("VN",): None, (T,): 24},
}
OF_THE_FAIR: dict[str, dict[Any, Any]] = {
    "fair-exhibitors": {("VN",): 7, ("KR",): None, ("JP",): None, (T,): 13},
    # France's three and Germany's two are five together.
    "fair-visitors": {("VN",): 9, ("KR",): 6, ("FR",): None, ("DE",): None, (T,): 20},
}
BY_HAND = {**OF_TODAY, **OF_OCTOBER, **OF_THE_FAIR}


def figures(snapshot: Snapshot) -> dict[Any, Any]:
    return {row.key: row.value for row in snapshot.observations.all()}


class HandCountsTest(TestCase):
    world: World
    taken: int

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = make_world()
        cls.taken = take_due(now=NOW)

    def only(self, indicator: str, **which: Any) -> Snapshot:
        period = {"first_day__month": 10} if indicator in OF_OCTOBER else {}
        return Snapshot.objects.get(indicator=indicator, **period, **which)

    def test_there_is_a_hand_count_for_every_indicator(self) -> None:
        assert set(BY_HAND) == set(definitions())

    def test_each_is_what_was_counted_by_hand(self) -> None:
        for indicator, by_hand in BY_HAND.items():
            with self.subTest(indicator):
                assert figures(self.only(indicator)) == by_hand

    def test_rates_are_told_with_their_day_and_source(self) -> None:
        details = self.only("exports-value").details
        assert details["left_out"] == []
        assert {(each["base"], each["rate"], each["on"]) for each in details["rates"]} == {
            ("EUR", "28000", "2026-10-30"),
            ("JPY", "175", "2026-10-29"),
            ("USD", "25000", "2026-10-30"),
        }

    def test_months_begin_with_the_first_order_and_end_a_week_ago(self) -> None:
        months = Snapshot.objects.filter(indicator="orders-made").values_list("first_day", flat=True)
        assert [day.isoformat() for day in months] == ["2026-09-01", "2026-10-01"]
        fairs = Snapshot.objects.filter(indicator="fair-visitors").values_list("scope", flat=True)
        assert self.world.fair is not None
        assert list(fairs) == [self.world.fair.slug]

    def test_a_second_run_changes_nothing(self) -> None:
        before = list(Observation.objects.values())
        assert self.taken == Snapshot.objects.count() > 11
        assert take_due(now=NOW) == 0
        assert list(Observation.objects.values()) == before

    def test_what_is_withheld_is_not_even_stored(self) -> None:
        kept = Observation.objects.filter(status=ObservationStatus.SUPPRESSED)
        assert kept.count() > 10
        assert not kept.filter(value__isnull=False).exists()

    def test_nobody_rewrites_what_was_published(self) -> None:
        with pytest.raises(AppendOnly):
            Snapshot.objects.update(version=9)
        with pytest.raises(AppendOnly):
            Observation.objects.filter(value=None).delete()

    def test_traced_lots_are_those_that_their_labels_may_call_so(self) -> None:
        lots = Lot.objects.select_related("variant")
        assert sum(len(linked_stages(lot)) >= NEEDED for lot in lots) == 6

    def test_figures_are_rounded_as_their_unit_says(self) -> None:
        for snapshot in Snapshot.objects.all():
            unit = definitions()[snapshot.indicator].unit
            step = {Unit.COUNT: Decimal(1), Unit.PERCENT: Decimal("0.1"), Unit.VND: Decimal(MILLION)}[unit]
            for row in snapshot.observations.exclude(value=None):
                assert row.value is not None
                assert row.value % step == 0

    def test_each_is_counted_with_few_statements(self) -> None:
        """None of them for a row: the world has some hundred. Languages and currencies have one each."""
        many = {"languages-covered": 1 + len(LANGUAGES), "exports-value": 5 + 3, "export-items": 5, "lots-traced": 9}
        for definition in definitions().values():
            period = day(NOW.date()) if definition.period == PeriodKind.DAY else month(date(2026, 10, 1))
            with self.subTest(definition.id), CaptureQueriesContext(connection) as queries:
                definition.count(period)
            assert len(queries) <= many.get(definition.id, 2), (definition.id, len(queries))
