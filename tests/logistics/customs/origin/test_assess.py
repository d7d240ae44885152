"""Worked examples of origin. The arithmetic stands beside each; prices and materials are per piece, invented."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from i18n.languages import LANGUAGES
from logistics.customs.origin.agreement import agreements
from logistics.customs.origin.assess import assess
from logistics.customs.origin.assessment import Assessment, Outcome
from logistics.customs.origin.bill import Bill, Material

ON = date(2026, 11, 22)
MET, NOT_MET, NOT_KNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.NOT_KNOWN


def material(hs: str, country: str, value: str | None, *, declared: bool = False, weight_g: int = 0) -> Material:
    amount = Decimal(value) if value is not None else None
    return Material(f"{hs} {country}", hs, country, amount, weight_g, declared)


def bill(hs: str, *materials: Material, ex_works: str | None = "100", fob: str | None = "105", **more: Any) -> Bill:
    prices = [Decimal(price) if price else None for price in (ex_works, fob)]
    return Bill(hs, materials, "EUR", *prices, **more)


def judged(bill: Bill, agreement: str, language: str = "en") -> Assessment:
    return assess(bill, agreements()[agreement], on=ON, language=language)


CHAIR = bill(
    "940169",
    material("440791", "US", "30"),  # oak boards: another heading
    material("830242", "CN", "5"),  # fittings: another heading
    material("940191", "CN", "8"),  # seat parts: the same heading 9401
    material("321000", "VN", "2", declared=True),  # finish
)
"""Foreign 30 + 5 + 8 = 43; originating 2."""

EXAMPLES: list[tuple[str, Bill, str, Outcome]] = [
    ("EVFTA chair: parts of 9401 are 8 / 100 = 8 % of the price, excused up to 10 %", CHAIR, "EVFTA", MET),
    ("UKVFTA takes over the same rule", CHAIR, "UKVFTA", MET),
    ("RCEP chair: 8 / 105 = 7.62 % of FOB excused up to 10 %", CHAIR, "RCEP", MET),
    (
        "EVFTA: parts of 9403 for 15 of 100 are beyond 10 %, but all foreign 45 / 100 = 45 % <= 70 %: second way",
        bill("940360", material("940391", "CN", "15"), material("441233", "CN", "30")),
        "EVFTA",
        MET,
    ),
    (
        "EVFTA: parts 15 % > 10 %, and foreign 15 + 60 = 75 % > 70 %: neither way",
        bill("940360", material("940391", "CN", "15"), material("441233", "CN", "60")),
        "EVFTA",
        NOT_MET,
    ),
    (
        "EVFTA, exactly at the line: 70 / 100 = 70 % is not more than 70 %",
        bill("940360", material("940391", "CN", "70")),
        "EVFTA",
        MET,
    ),
    (
        "EVFTA, a cent over: 70.01 / 100 = 70.01 %",
        bill("940360", material("940391", "CN", "70.01")),
        "EVFTA",
        NOT_MET,
    ),
    (
        "CPTPP: parts 50 / 105 = 47.6 % > 10 %; build-up 31.50 / 105 = 30 % >= 30 %",
        bill("940360", material("940391", "CN", "50"), material("440799", "NZ", "31.50", declared=True)),
        "CPTPP",
        MET,
    ),
    (
        "CPTPP without the supplier's word: build-up 0 / 105, build-down (105 - 81.50) / 105 = 22.4 % < 40 %",
        bill("940360", material("940391", "CN", "50"), material("440799", "NZ", "31.50")),
        "CPTPP",
        NOT_MET,
    ),
    (
        "ATIGA: build-down (105 - 63) / 105 = 40 %, exactly enough",
        bill("940360", material("940391", "CN", "63")),
        "ATIGA",
        MET,
    ),
    (
        "ATIGA: (105 - 63.01) / 105 = 39.99 %, shown as such and not enough; build-up 0; heading stays beyond 10 %",
        bill("940360", material("940391", "CN", "63.01")),
        "ATIGA",
        NOT_MET,
    ),
    (
        "ACFTA counts Chinese fabric with a declaration: nothing foreign is left",
        bill("620342", material("520942", "CN", "6", declared=True)),
        "ACFTA",
        MET,
    ),
    (
        "ACFTA natural rubber goods (40): only value: (105 - 42) / 105 = 60 % >= 40 %",
        bill("401699", material("400122", "TH", "42")),
        "ACFTA",
        MET,
    ),
    (
        "EVFTA trousers: Chinese woven fabric of 5209 is excluded, 6 / 20 = 30 % > 8 %",
        bill("620342", material("520942", "CN", "6"), ex_works="20", fob="21"),
        "EVFTA",
        NOT_MET,
    ),
    (
        "EVFTA trousers: Korean fabric counts (article 3(7)) with a declaration; thread 5204 is no fabric",
        bill(
            "620342",
            material("520942", "KR", "6", declared=True),
            material("520411", "CN", "1"),
            ex_works="20",
            fob="21",
        ),
        "EVFTA",
        MET,
    ),
    (
        "EVFTA shoe: soles 640620 are allowed, uppers fixed to inner soles (CN 64069030) are not: 9 / 30 = 30 %",
        bill("640399", material("640620", "CN", "4"), material("64069030", "CN", "9"), ex_works="30", fob="31"),
        "EVFTA",
        NOT_MET,
    ),
    (
        "EVFTA shoe: with six digits 640690 nobody can tell whether it is the excluded 64069030",
        bill("640399", material("640690", "CN", "9"), ex_works="30", fob="31"),
        "EVFTA",
        NOT_KNOWN,
    ),
    (
        "VKFTA bag: leather 4107 to 4202 is another heading",
        bill("420221", material("410792", "IT", "20")),
        "VKFTA",
        MET,
    ),
    (
        "AJCEP bag: another chapter is asked: 4107 -> 4202 is; lining 4202 parts none",
        bill("420221", material("410792", "IT", "20")),
        "AJCEP",
        MET,
    ),
    (
        "VJEPA cashew: raw nuts 080131 stay in chapter 08, and chapter 08 has no tolerance",
        bill("080132", material("080131", "CI", "60")),
        "VJEPA",
        NOT_MET,
    ),
    (
        "AKFTA ceramics: 32.10 glaze 3207 and clay 2508 are of other headings",
        bill("691110", material("320720", "CN", "9"), material("250830", "CN", "11")),
        "AKFTA",
        MET,
    ),
    (
        "CPTPP jacket: tolerance by weight: lining fabric 40 g of 800 g = 5 % <= 10 %",
        bill(
            "620193",
            material("540752", "CN", "3", weight_g=40),
            material("960719", "CN", "2", weight_g=20),
            weight_g=800,
        ),
        "CPTPP",
        MET,
    ),
    (
        "CPTPP jacket: the same, not weighed: nobody can tell",
        bill("620193", material("540752", "CN", "3"), material("960719", "CN", "2")),
        "CPTPP",
        NOT_KNOWN,
    ),
    (
        "ATIGA shirt of Chinese fabric: build-down (105 - 70) / 105 = 33.3 %, chapter changes 52 -> 62",
        bill("620520", material("520811", "CN", "70")),
        "ATIGA",
        MET,
    ),
    (
        "ATIGA shirt cut from Chinese parts 621790: neither value nor chapter, but a textile process may: open",
        bill("620520", material("621790", "CN", "70")),
        "ATIGA",
        NOT_KNOWN,
    ),
    (
        "No price: the chair's tolerance cannot be worked out",
        bill("940169", material("940191", "CN", "8"), ex_works=None, fob=None),
        "EVFTA",
        NOT_KNOWN,
    ),
    ("No rule on record for a clock", bill("910511", material("910811", "CN", "8")), "EVFTA", NOT_KNOWN),
    ("No materials listed", bill("940169"), "EVFTA", NOT_KNOWN),
    ("RCEP: no code, but build-down (105 - 8) / 105 = 92.4 %", bill("940169", material("", "CN", "8")), "RCEP", MET),
]


@pytest.mark.parametrize("said,made,agreement,outcome", EXAMPLES, ids=[each[0][:40] for each in EXAMPLES])
def test_worked_example(said: str, made: Bill, agreement: str, outcome: Outcome) -> None:
    found = judged(made, agreement)
    assert found.outcome is outcome, (said, [step.text for step in found.steps])
    assert found.missing if outcome is NOT_KNOWN else not found.missing


def test_figures_and_steps_show_the_arithmetic() -> None:
    found = judged(CHAIR, "EVFTA")
    assert (found.build_down, found.build_up) == (Decimal("57.00"), Decimal("2.00"))
    texts = [step.text for step in found.steps]
    assert "Tolerance: €8.00 of €100.00 are 8%, at most 10% are excused." in texts
    assert "Foreign materials: €43.00 ÷ €100.00 = 43%; at most 70%." in texts
    assert [(way.rule, way.outcome) for way in found.ways] == [("CTH", MET), ("MAXNOM 70", MET)]


def test_an_unchecked_rule_says_so_and_nothing_is_claimed() -> None:
    found = judged(CHAIR, "EVFTA")
    assert not found.checked
    assert any("not compared with the text" in text for text in found.warnings)
    assert any("claims nothing" in text for text in found.warnings)


def test_where_the_proof_comes_from() -> None:
    own = judged(CHAIR, "EVFTA").proofs
    assert "EUR.1" in own[0]
    assert "€6,000.00" in own[1]
    assert len(judged(CHAIR, "RCEP").proofs) == 1


def test_before_the_agreement_nothing_is_known() -> None:
    early = assess(CHAIR, agreements()["EVFTA"], on=date(2020, 7, 31), language="en")
    assert early.outcome is NOT_KNOWN
    assert early.since is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_texts(language: str) -> None:
    for agreement in agreements():
        found = judged(CHAIR, agreement, language)
        for text in (*(step.text for step in found.steps), *found.warnings, *found.proofs):
            assert text and "%(" not in text
