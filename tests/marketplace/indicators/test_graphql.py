"""Indicators through the public API, and who may say how a seller is shown on the map."""

from typing import Any

from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext

from marketplace.graphql import Schema, to_global_id
from marketplace.indicators.definitions import definitions
from marketplace.indicators.map_layer.placement import Placement, SellerPlacement
from marketplace.indicators.take_due import take_due
from marketplace.schema import execute, schema
from tests.cast import assemble
from tests.marketplace.accounts.api import call, outcome
from tests.marketplace.indicators.made_world import NOW, make_world

EVERYTHING = """
{ indicatorLicence
  indicators { id code name description method contributors unit period dimensions roundedTo methodVersion methodSince
    jsonUrl csvUrl
    latest { period firstDay lastDay version methodVersion takenAt reason fair leftOut
      rates { base quote rate on source }
      total { value status keys { code } } observations { value status keys { dimension code name } } }
    snapshots(firstDay: "2026-09-01", lastDay: "2026-12-31", first: 3) { period fair total { value } } } }
"""
CHANGE = """mutation($seller: ID!, $placement: SellerPlacementEnum!) {
  sellerPlacementUpdate(sellerId: $seller, placement: $placement) { placement errors { field code } } }"""


class IndicatorsTest(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_world()
        take_due(now=NOW)

    def ask(self, document: str, **options: Any) -> Any:
        result = execute(document, **options)
        assert result.errors is None, result.errors
        return result.data

    def test_all_of_them_with_their_newest_figures(self) -> None:
        data = self.ask(EVERYTHING, language="ko")
        found = {each["code"]: each for each in data["indicators"]}
        assert list(found) == list(definitions())
        orders = found["orders-made"]
        assert (orders["unit"], orders["period"], orders["dimensions"]) == ("COUNT", "MONTH", ["COUNTRY"])
        assert (orders["latest"]["period"], orders["latest"]["total"]["value"]) == ("2026-10", 24)
        japan, dutch = (
            next(each for each in orders["latest"]["observations"] if each["keys"][0]["code"] == code)
            for code in ("JP", "NL")
        )
        assert (japan["value"], japan["keys"][0]["name"]) == (10, "일본")
        assert (dutch["value"], dutch["status"]) == (None, "SUPPRESSED")
        assert [each["period"] for each in orders["snapshots"]] == ["2026-10", "2026-09"]
        assert found["fair-visitors"]["latest"]["fair"] == "Hội chợ Mẫu"
        assert {each["base"] for each in found["exports-value"]["latest"]["rates"]} == {"EUR", "JPY", "USD"}
        assert found["languages-covered"]["latest"]["total"] is None

    def test_all_take_no_more_statements_than_one_and_the_names_of_fairs(self) -> None:
        one = '{ indicator(code: "exports-value") ' + EVERYTHING.partition("{ indicatorLicence\n  indicators ")[2]
        counts = []
        for document in (one, EVERYTHING):
            with CaptureQueriesContext(connection) as queries:
                self.ask(document)
            counts.append(len(queries))
        assert counts[1] <= counts[0] + 4, counts

    def test_what_is_asked_wrongly_is_refused(self) -> None:
        for arguments in (
            'firstDay: "2027-01-01", lastDay: "2026-01-01"',
            'firstDay: "0001-01-01"',
            "first: 0",
            "first: 101",
        ):
            result = execute(f"{{ indicators {{ snapshots({arguments}) {{ period }} }} }}")
            assert result.errors, arguments
            assert result.errors[0]["extensions"]["code"] != "INTERNAL_ERROR", result.errors
        assert self.ask('{ indicator(code: "nothing") { name } }') == {"indicator": None}
        assert self.ask('{ indicators { snapshots(lastDay: "0001-01-01") { period } } }')

    def test_the_page_shows_what_is_told_and_says_what_is_not(self) -> None:
        html = Client().get("/en/eu/indicators").content.decode()
        assert "withheld" in html
        assert "857,000,000" in html.replace("\xa0", " ")
        assert "/indicators/exports-value.csv" in html
        assert "Hội chợ Mẫu" in html


def whole() -> Schema:
    return schema


def test_only_owners_choose_how_their_seller_is_shown(db: None) -> None:
    cast = assemble()
    house = cast.woodworks
    callers = {
        "nobody": (None, "UNAUTHENTICATED"),
        "buyer": (cast.buyer, "NOT_FOUND"),
        "other seller's owner": (cast.pottery.owner, "NOT_FOUND"),
        "operator": (cast.operator, "NOT_FOUND"),
        "packer": (house.packer, "PERMISSION_DENIED"),
        "manager": (house.manager, "PERMISSION_DENIED"),
        "owner": (house.owner, "done"),
    }
    variables = {"seller": to_global_id("Seller", house.seller.pk), "placement": "HIDDEN"}
    for name, (actor, expected) in callers.items():
        assert outcome(call(CHANGE, variables, actor=actor, schema=whole)) == expected, name
        assert SellerPlacement.objects.exists() is (expected == "done"), name
    assert call(CHANGE, {**variables, "placement": "EXACT"}, actor=house.owner, schema=whole).errors is None
    assert SellerPlacement.objects.get().placement == Placement.EXACT


def test_only_members_read_what_was_chosen(db: None) -> None:
    cast = assemble()
    asked = "query($seller: ID!) { sellerPlacement(sellerId: $seller) }"
    variables = {"seller": to_global_id("Seller", cast.woodworks.seller.pk)}
    assert call(asked, variables, actor=cast.woodworks.packer, schema=whole).data == {"sellerPlacement": "WARD"}
    for actor in (None, cast.buyer, cast.pottery.owner):
        result = call(asked, variables, actor=actor, schema=whole)
        assert result.data == {"sellerPlacement": None}
        assert result.errors
