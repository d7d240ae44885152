"""Which goods may not go where, which need papers, and what makers are reminded of."""

from datetime import date

import pytest

from i18n.messages import gettext
from i18n.text import fold
from logistics.customs.restricted.check import blocked, goods_of, rules_for
from logistics.customs.restricted.rule import Goods, TradeStatus, trade_rules
from logistics.customs.restricted.wording import SAYS
from tests.factories.catalog import make_product

TODAY = date(2026, 11, 22)


def found(country: str, on: date = TODAY, *, makers: bool = False, **facts: object) -> dict[str, TradeStatus]:
    goods = Goods(**facts)  # type: ignore[arg-type]
    return {rule.code: rule.status for rule in rules_for(goods, country=country, on=on, for_makers=makers)}


def test_ivory_and_rosewood_of_appendix_one_are_blocked_everywhere() -> None:
    for country in ("DE", "US", "JP", "AU", "CN", "CH", "GB", "KR"):
        assert found(country, hs_code="960110")["CITES_I"] == TradeStatus.BLOCKED
        rosewood = found(country, hs_code="940360", species=(fold("Dalbergia nigra"),))
        assert rosewood["CITES_I"] == TradeStatus.BLOCKED
        assert "CITES_II" not in rosewood, "no permit helps"


def test_other_rosewood_needs_a_permit() -> None:
    assert found("JP", species=(fold("Dalbergia cochinchinensis"),)) == {"CITES_II": TradeStatus.PAPERS}
    assert found("JP", restrictions=("CITES",)) == {"CITES_II": TradeStatus.PAPERS}


def test_nothing_is_asked_at_home() -> None:
    assert found("VN", hs_code="960110", restrictions=("CITES", "TIMBER"), makers=True) == {}


def test_rules_change_on_their_day() -> None:
    last, first = date(2026, 12, 29), date(2026, 12, 30)
    assert {"EU_TIMBER"} == {code for code in found("NL", last, hs_code="940360") if code.startswith("EU")}
    assert {"EU_DEFORESTATION"} == {code for code in found("NL", first, hs_code="940360") if code.startswith("EU")}
    assert "EU_DEFORESTATION" not in found("NL", first, hs_code="441912"), "bamboo is no wood"


def test_each_destination_asks_what_it_asks() -> None:
    for country, facts, code in (
        ("US", {"hs_code": "940360"}, "US_LACEY"),
        ("GB", {"hs_code": "940360"}, "GB_TIMBER"),
        ("AU", {"hs_code": "460212"}, "AU_TIMBER"),
        ("JP", {"hs_code": "080540"}, "JP_PLANT"),
        ("KR", {"hs_code": "691110"}, "KR_FOOD"),
        ("CN", {"hs_code": "200819"}, "CN_FOOD"),
        ("CH", {"hs_code": "080540"}, "EU_PLANT_HEALTH"),
        ("US", {"hs_code": "940360", "words": " tu mdf phu veneer "}, "US_TSCA_WOOD"),
        ("DE", {"restrictions": ("BATTERY",)}, "BATTERY"),
    ):
        assert code in found(country, **facts), (country, code)


def test_makers_are_reminded_of_packing_and_treatment() -> None:
    assert "ISPM15" not in found("NL", hs_code="691110")
    assert found("NL", hs_code="691110", makers=True)["ISPM15"] == TradeStatus.NOTE
    assert "FUMIGATION" in found("NL", words=" gio may dan tay ", makers=True)
    assert "FUMIGATION" not in found("NL", words=" gio nhua ", makers=True)
    assert "PHYTOSANITARY" in found("NL", hs_code="080132", makers=True)


def test_a_rule_nobody_checked_never_blocks() -> None:
    for rule in trade_rules():
        assert rule.since.checked or rule.status != TradeStatus.BLOCKED


def test_every_rule_has_its_words_law_and_source() -> None:
    assert {rule.code for rule in trade_rules()} == set(SAYS)
    for rule in trade_rules():
        assert rule.since.legal_basis and rule.since.source, rule.code
        assert gettext("en", SAYS[rule.code])
        assert rule.hs or rule.restrictions or rule.species or rule.materials, rule.code


@pytest.mark.django_db
def test_a_product_is_read_as_its_seller_states_it() -> None:
    product = make_product(
        name="Bàn trà", material="Gỗ MDF", species="Dalbergia nigra", hs_code="940360", restrictions=["TIMBER"]
    )
    goods = goods_of(product)
    assert goods.species == ("dalbergia nigra",)
    assert " mdf " in goods.words
    assert blocked(product, country="NL", on=TODAY) is not None
    assert blocked(product, country="VN", on=TODAY) is None
