"""The operator's editions over the shipped rules: looked through, applied, reproducible."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from logistics.customs.estimate import Confidence
from logistics.customs.rules.apply import EditionHasMistakes, EditionNotOpen, apply_edition, discard_edition
from logistics.customs.rules.edition import CustomsEdition, EditionStatus
from logistics.customs.rules.preview import preview_rules
from logistics.customs.rules.read_csv import UnreadableRules
from logistics.customs.rules.rulebook import Rulebook, customs_rate, rulebook, shipped_rules
from logistics.landed_cost import estimate_landed_cost
from tests.factories.customs import RULE, WRONG, make_edition, rules_csv
from tests.factories.logistics import make_consignment, make_item

pytestmark = pytest.mark.django_db

CUPS = "69120023"


def rate(book: Rulebook, on: date, hs: str = CUPS) -> Decimal | None:
    territory = book.territory_of("DE")
    assert territory is not None
    found = territory.duty_rate(hs=hs, origin="VN", preference="", on=on)
    return found.rate if found else None


def test_nothing_holds_before_it_is_applied() -> None:
    edition = make_edition()
    assert rate(rulebook(), date(2026, 11, 21)) == Decimal("0.055")
    apply_edition(edition=edition, only_good_rows=True, by=None)
    assert rate(rulebook(), date(2026, 11, 21)) == Decimal("0.075")
    assert rate(rulebook(), date(2026, 9, 30)) == Decimal("0.055"), "before its first day the shipped rate holds"


def test_a_preview_says_what_is_wrong_by_row_and_what_it_replaces() -> None:
    twice = {**RULE, "effective_from": "2026-12-01"}
    unknown = {"kind": "levy", "territory": "XX", "effective_from": "2026-02-30", "legal_basis": "x", "source": "x", "source_date": "x"}  # fmt: skip  # noqa: E501
    half = {**RULE, "hs": "", "rate": "", "amount": "3", "per": ""}
    edition = make_edition(RULE, WRONG, twice, unknown, half)
    assert edition.status == EditionStatus.PREVIEWED
    right, wrong, double, strange, lame = edition.rows
    assert right["mistakes"] == []
    assert right["before"] == {"rule": "EU/duty/69120023/2022-01-01", "rate": "5.5", "amount": ""}
    assert [each["column"] for each in wrong["mistakes"]] == ["source"]
    assert [each["column"] for each in double["mistakes"]] == ["effective_from"]
    assert {each["column"] for each in strange["mistakes"]} == {"kind", "territory", "effective_from", "source_date"}
    assert {each["column"] for each in lame["mistakes"]} == {"hs", "per"}
    assert edition.wrong_rows == 4
    assert [row["number"] for row in edition.rows] == [2, 3, 4, 5, 6]


def test_a_file_with_mistakes_is_applied_only_by_its_good_rows() -> None:
    edition = make_edition()
    with pytest.raises(EditionHasMistakes) as refusal:
        apply_edition(edition=edition, by=None)
    assert refusal.value.wrong == 1
    assert CustomsEdition.objects.applied().count() == 0
    applied = apply_edition(edition=edition, only_good_rows=True, by=None)
    assert (applied.sequence, applied.written) == (1, 1)
    assert apply_edition(edition=edition, by=None).applied_at == applied.applied_at, "again changes nothing"


def test_what_was_put_away_or_is_all_wrong_cannot_be_applied() -> None:
    put_away = discard_edition(edition=make_edition(RULE))
    for edition in (put_away, make_edition(WRONG)):
        with pytest.raises(EditionNotOpen):
            apply_edition(edition=edition, only_good_rows=True, by=None)
    with pytest.raises(EditionNotOpen):
        discard_edition(edition=make_edition(RULE, applied=True))


def test_the_later_edition_counts_and_a_rule_can_be_ended() -> None:
    make_edition(RULE, applied=True)
    make_edition({**RULE, "rate": "8"}, applied=True)
    ended = {key: RULE[key] for key in RULE if key != "rate"}
    make_edition({**ended, "action": "end", "effective_from": "2027-01-01"}, applied=True)
    book = rulebook()
    assert book.edition == 3
    assert rate(book, date(2026, 12, 31)) == Decimal("0.08")
    assert rate(book, date(2027, 1, 1)) is None


def test_what_was_known_at_a_moment_stays_as_it_was() -> None:
    before = timezone.now() - timedelta(seconds=1)
    first = make_edition(RULE, applied=True)
    between = timezone.now()
    second = make_edition({**RULE, "rate": "8"}, applied=True)
    day = date(2026, 11, 21)
    assert rulebook(known_at=before) == shipped_rules()
    assert (rate(rulebook(known_at=between), day), rulebook(known_at=between).edition) == (Decimal("0.075"), 1)
    assert rate(rulebook(), day) == Decimal("0.08")
    assert len({first.digest, second.digest, ""}) == 3


def test_an_estimate_names_the_rule_and_its_edition() -> None:
    make_edition(RULE, applied=True)
    item = make_item(hs_code=CUPS, quantity=100, unit_value=Money(Decimal("10.00"), "EUR"))
    consignment = make_consignment("nl", items=(item,), packages=(), freight=Money(Decimal("100.00"), "EUR"))
    cost = estimate_landed_cost(consignment=consignment, on=date(2026, 11, 21))
    (duty,) = [line for line in cost.lines if line.kind == "DUTY"]
    assert duty.amount == Money(Decimal("82.50"), "EUR")  # 7.5 % of 1100.00
    assert duty.rule == "EU/duty/69120023/2026-10-01@1"
    assert duty.confidence == Confidence.EXACT
    assert cost.edition == 1


def test_an_additional_duty_counts_once_it_is_confirmed() -> None:
    confirmed = {**RULE, "kind": "additional", "territory": "US", "hs": "", "origin": "VN", "name": "us_section_301",
                 "rate": "10", "effective_from": "2026-11-01"}  # fmt: skip
    item = make_item(hs_code="940360", quantity=10, unit_value=Money(Decimal(100), "USD"))
    consignment = make_consignment(
        "en", items=(item,), packages=(), freight=Money(Decimal(50), "USD"), mode="air",
    )  # fmt: skip
    assert estimate_landed_cost(consignment=consignment, on=date(2026, 11, 21)).duty is None
    make_edition(confirmed, applied=True)
    cost = estimate_landed_cost(consignment=consignment, on=date(2026, 11, 21))
    sure = [line for line in cost.lines if line.rule.startswith("US/additional/us_section_301")]
    assert [line.amount for line in sure] == [Money(Decimal("100.00"), "USD")]


def test_customs_own_exchange_rate_comes_before_the_feeds() -> None:
    make_edition(
        {**RULE, "kind": "exchange", "hs": "", "rate": "", "currency": "USD", "amount": "0.8", "effective_to": "2026-11-30"},  # noqa: E501
        applied=True,
    )  # fmt: skip
    territory = rulebook().territory_of("FR")
    assert territory is not None
    found = customs_rate(territory, "USD", date(2026, 11, 21))
    assert found is not None
    assert found[0] == Decimal("0.8")
    assert customs_rate(territory, "USD", date(2026, 12, 1)) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"kind,territory\n",
        b"\xff\xfe\x00",
        b"kind;x\n1;2\n",
        rules_csv(),
        b"kind,\0\n",
        b"PK\x03\x04" + b"\x00" * 50,
    ],
)
def test_a_file_that_is_no_table_of_rules_is_refused_whole(content: bytes) -> None:
    with pytest.raises(UnreadableRules):
        preview_rules(file_name="x.csv", content=content, by=None)
    assert not CustomsEdition.objects.exists()


def test_semicolons_and_a_byte_order_mark_are_read() -> None:
    content = b"\xef\xbb\xbf" + rules_csv(RULE, delimiter=";")
    assert preview_rules(file_name="x.csv", content=content, by=None).wrong_rows == 0


def test_the_same_book_is_read_from_memory(django_assert_num_queries: object) -> None:
    make_edition(RULE, applied=True)
    rulebook()
    with django_assert_num_queries(1):  # type: ignore[operator]
        rulebook()
