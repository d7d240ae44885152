"""The rules on record: every file is whole, says where it comes from, and covers the province's goods."""

from datetime import date
from decimal import Decimal

import pytest

from logistics.customs.origin.agreement import agreements
from logistics.customs.origin.codes import fits, fits_any, same_to
from logistics.customs.origin.criterion import BadRule, Change, Process, ValueShare, parse_way

GOODS = ("940161", "940360", "420221", "442090", "460212", "640391", "640411", "610910", "620342", "691110", "401693",
         "392410", "080132", "081190")  # fmt: skip
ALL = {"ACFTA", "AJCEP", "AKFTA", "ATIGA", "CPTPP", "EVFTA", "RCEP", "UKVFTA", "VJEPA", "VKFTA"}


def test_all_agreements_cover_the_goods_of_the_province() -> None:
    assert set(agreements()) == ALL
    day = date(2026, 11, 22)
    gaps = [(code, hs) for code, one in agreements().items() for hs in GOODS if one.rule_for(hs, day) is None]
    assert gaps == []


def test_vietnam_is_a_party_of_each_and_every_row_says_its_basis() -> None:
    for agreement in agreements().values():
        assert "VN" in agreement.parties
        assert agreement.certificate.form
        assert agreement.certificate.legal_basis
        for row in (*agreement.rules, *agreement.tolerances):
            assert row.since.legal_basis
            assert row.since.source


def test_the_longest_digits_win() -> None:
    rule = agreements()["ACFTA"].rule_for("390720", date(2026, 1, 1))
    assert rule is not None
    assert rule.written == ("RVC-BD 40",)


def test_notation() -> None:
    assert parse_way("CTH EX 6406,50-60 + RVC-BU 45") == (
        Change(4, ("6406", "50-60")),
        ValueShare("RVC-BU", Decimal(45)),
    )
    assert parse_way("WITHOUT 60-63") == (Change(0, ("60-63",)),)
    assert parse_way("PROCESS") == (Process(),)
    for text in ("", "CTX", "RVC 40", "CTH EX", "MAXNOM seventy"):
        with pytest.raises(BadRule):
            parse_way(text)


def test_codes() -> None:
    assert fits("640399", "6401-6405") is True
    assert fits("640620", "6401-6405") is False
    assert fits("640690", "64069030") is None
    assert fits("64", "6401-6405") is None
    assert fits("63", "6401-6405") is False
    assert fits_any("520942", ("5007", "5208-5212")) is True
    assert same_to(4, "940191", "940169") is True
    assert same_to(6, "9401", "940169") is None
    assert same_to(6, "9403", "940169") is False
