"""Tariffs of sellers and of the operator: read from files, kept, and quoted by."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from logistics.carrier import Account, Quote
from logistics.carriers.rate_table.carrier import carrier
from logistics.carriers.rate_table.rate_table import RateTable
from logistics.carriers.rate_table.tariff_import.read import read_tariffs
from logistics.carriers.rate_table.tariff_import.store import store_tariffs
from logistics.consignment import Package
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.logistics import make_buyer_party, make_consignment, make_item
from tests.factories.rate_tables import BY_LANE, BY_WEIGHT
from tests.factories.sellers import make_member, make_seller
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
IMPORT = (
    "mutation ($seller: ID, $text: String, $preview: Boolean) { rateTableImport(seller: $seller, text: $text,"
    " preview: $preview) { previews { service rowCount validFrom } problems { row column value message }"
    " rateTables { id service rowCount minimum { amount } rows { zone upTo price { amount currency } countries"
    " { code } } } errors { field code message } } }"
)
DELETE = "mutation ($id: ID!) { rateTableDelete(id: $id) { deletedId errors { code } } }"
LIST = (
    "query ($seller: ID) { rateTables(seller: $seller, first: 5) { totalCount edges { node { service rowCount } } } }"
)


def keep(text: str, seller: Any = None) -> list[RateTable]:
    return store_tariffs(seller=seller, tariffs=read_tariffs(text.encode()).tariffs, file_name="gia.csv", by=None)


def quoted(service: str, *, seller: Any = None, on: date = TODAY, **overrides: Any) -> Quote | None:
    values = {"buyer": make_buyer_party(country="NL"), "packages": (Package(1, 7_200, 300, 300, 300),), **overrides}
    account = Account(carrier="rate_table", key="", seller_id=seller.pk if seller else None)
    found = carrier.quote(account=account, consignment=make_consignment(**values), on=on)
    return next((quote for quote in found if quote.service == service), None)


def test_the_sellers_own_prices_are_quoted_to_its_buyers_alone() -> None:
    seller = make_seller()
    keep(BY_WEIGHT, seller)
    assert quoted("van", seller=make_seller()) is None
    found = quoted("van", seller=seller)
    assert found is not None
    assert (str(found.price), found.chargeable, found.zone) == ("15.40 EUR", Decimal(8), "Benelux")  # 14.00 and 10 %
    light = quoted("van", seller=seller, packages=(Package(1, 900, 100, 100, 100),))
    assert light is not None and str(light.price) == "9.90 EUR"  # the least, 9.00, and 10 %
    heavy = quoted("van", seller=seller, packages=(Package(1, 12_500, 100, 100, 100),))
    assert heavy is not None and str(heavy.price) == "20.35 EUR"  # 14.00 + 3 × 1.50, and 10 %
    assert quoted("van", seller=seller, on=date(2027, 1, 1)) is None
    assert quoted("van", seller=seller, buyer=make_buyer_party(country="JP")) is None


def test_a_lanes_cheapest_containers_are_quoted_with_the_leg() -> None:
    seller = make_seller()
    keep(BY_LANE, seller)
    goods = make_item(quantity=240, length_mm=560, width_mm=520, height_mm=940)
    found = quoted("line", seller=seller, items=(goods,), packages=())
    assert found is not None
    assert (str(found.price), found.zone) == ("2450.00 USD", "Cái Mép – Hamburg, 1 × 40HC")
    assert [(leg.mode, leg.origin, leg.destination) for leg in found.legs] == [("VESSEL", "VNTOT", "DEHAM")]


def test_a_seller_stands_before_the_operator_and_both_before_the_file() -> None:
    seller = make_seller()
    keep(BY_WEIGHT.replace("van,", "courier_express,").replace("14.00", "20.00"))
    everybodys = quoted("courier_express", seller=seller)
    assert everybodys is not None and str(everybodys.price) == "22.00 EUR"
    keep(BY_WEIGHT.replace("van,", "courier_express,"), seller)
    own = quoted("courier_express", seller=seller)
    assert own is not None and (str(own.price), own.tariff) == ("15.40 EUR", "The seller's own tariff")


def test_a_new_edition_ends_the_one_before_and_never_overlaps_a_later_one(execute: Execute) -> None:
    seller = make_seller()
    keep(BY_WEIGHT, seller)
    (later,) = keep(BY_WEIGHT.replace("2026-01-01,2026-12-31", "2026-07-01,"), seller)
    first = RateTable.objects.exclude(pk=later.pk).get()
    assert (first.effective_to, later.effective_to) == (date(2026, 6, 30), None)
    variables = {"seller": to_global_id("Seller", seller.pk), "text": BY_WEIGHT}
    result = execute(IMPORT, variables, actor=make_member(seller, MemberRole.MANAGER))
    assert result.data["rateTableImport"]["errors"][0]["code"] == "UNIQUE"
    assert RateTable.objects.count() == 2


CALLERS = ("anonymous", "buyer", "other seller", "packer", "manager", "staff")


def caller(name: str, seller: Any) -> Any:
    match name:
        case "buyer":
            return make_user()
        case "other seller":
            return make_member(make_seller(), MemberRole.OWNER)
        case "packer" | "manager":
            return make_member(seller, MemberRole(name.upper()))
        case "staff":
            return make_operator()
    return None


@pytest.mark.parametrize("is_sellers", [True, False])
@pytest.mark.parametrize("name", CALLERS)
def test_who_keeps_rate_tables(execute: Execute, name: str, is_sellers: bool) -> None:
    seller = make_seller()
    actor = caller(name, seller)
    owner = {"seller": to_global_id("Seller", seller.pk)} if is_sellers else {}
    allowed = name == ("manager" if is_sellers else "staff")
    result = execute(IMPORT, {**owner, "text": BY_WEIGHT}, actor=actor)
    kept = (result.data or {}).get("rateTableImport") or {}
    assert bool(kept.get("rateTables")) is allowed, (name, result.errors)
    assert RateTable.objects.exists() is allowed
    (table,) = keep(BY_LANE, seller if is_sellers else None)
    listed = execute(LIST, owner, actor=actor)
    reads = allowed or (is_sellers and name == "packer")
    assert bool((listed.data or {}).get("rateTables")) is reads, (name, listed.errors)
    gone = execute(DELETE, {"id": to_global_id("RateTable", table.pk)}, actor=actor)
    assert RateTable.objects.filter(pk=table.pk).exists() is not allowed, (name, gone.errors)


def test_a_preview_keeps_nothing_and_says_what_is_wrong_row_by_row(execute: Execute) -> None:
    seller = make_seller()
    actor = make_member(seller, MemberRole.MANAGER)
    variables = {"seller": to_global_id("Seller", seller.pk), "text": BY_WEIGHT, "preview": True}
    good = execute(IMPORT, variables, actor=actor).data["rateTableImport"]
    assert good["previews"] == [{"service": "van", "rowCount": 2, "validFrom": "2026-01-01"}]
    assert good["problems"] == [] and good["rateTables"] == []
    bad = (
        BY_WEIGHT.replace("10,14.00,1.50", "10,-14,1.50").replace("NL BE LU,5", "NL XX,5")
        + "van,Khác,ROAD,EUR,kg,1,5000,9.00,10,2026-01-01,2026-12-31,Rest,FR,,12.00,,2,3\n"
        + "van,Khác,ROAD,EUR,kg,1,5000,9.00,10,2026-01-01,2026-12-31,Rest,FR,5,12,00,9,3\n"
    )
    told = execute(IMPORT, {**variables, "text": bad, "preview": False}, actor=actor).data["rateTableImport"]
    assert [(problem["row"], problem["column"]) for problem in told["problems"]] == [
        (2, "countries"),
        (3, "price"),
        (4, "up_to"),
        (5, "max_days"),
    ] or told["problems"]
    assert not RateTable.objects.exists()


WRONG_FILES = {
    "nothing": "",
    "no columns": "a,b\n1,2\n",
    "no price": BY_WEIGHT.replace(",price,", ",cost,"),
    "bytes": "\x01\x02\x03",
}


def test_what_is_no_tariff_is_refused(execute: Execute) -> None:
    seller = make_seller()
    actor = make_member(seller, MemberRole.MANAGER)
    for name, text in WRONG_FILES.items():
        variables = {"seller": to_global_id("Seller", seller.pk), "text": text}
        result = execute(IMPORT, variables, actor=actor)
        assert result.errors is None, (name, result.errors)
        assert result.data["rateTableImport"]["errors"][0]["code"] == "INVALID", name
    assert not RateTable.objects.exists()
