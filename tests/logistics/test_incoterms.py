"""The eleven rules of 2020."""

import pytest

from logistics.incoterms import INCOTERMS, Payer, UnknownIncoterm, incoterm


def test_there_are_eleven_and_four_are_for_ships() -> None:
    assert set(INCOTERMS) == {"EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"}
    assert {code for code, rule in INCOTERMS.items() if rule.sea_only} == {"FAS", "FOB", "CFR", "CIF"}


def test_who_pays() -> None:
    assert [code for code, rule in INCOTERMS.items() if rule.import_duty is Payer.SELLER] == ["DDP"]
    assert {code for code, rule in INCOTERMS.items() if rule.insurance is Payer.SELLER} == {"CIP", "CIF"}
    assert {code for code, rule in INCOTERMS.items() if rule.freight is Payer.BUYER} == {"EXW", "FCA", "FAS", "FOB"}
    assert [code for code, rule in INCOTERMS.items() if rule.export_clearance is Payer.BUYER] == ["EXW"]
    assert [code for code, rule in INCOTERMS.items() if rule.unloading is Payer.SELLER] == ["DPU"]


@pytest.mark.parametrize("code", ["DDU", "DAT", "dap", ""])
def test_withdrawn_rules_are_unknown(code: str) -> None:
    with pytest.raises(UnknownIncoterm):
        incoterm(code)
