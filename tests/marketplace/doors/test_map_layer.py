"""The map layer against OGC API – Features – Part 1: Core 1.0.1 (OGC 17-069r4), requirement by requirement.

QGIS is not part of the tests: what it needs of a server are these requirements.
"""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.test import Client, TestCase
from django.urls import resolve
from django.utils import timezone

from catalog.traceability.identity.place import PlaceKind
from marketplace.indicators.map_layer.conformance import CLASSES, CRS84, GEOJSON, OPENAPI
from marketplace.indicators.map_layer.placement import Placement, SellerPlacement
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from tests.factories.accounts import make_vietnamese_address
from tests.factories.expo import make_expo
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_party, make_place

DI_AN, TAN_UYEN = [106.76, 10.9], [106.81, 11.09]
AROUND_DI_AN = "106.7,10.85,106.8,10.95"


def seller_in(ward: str, name: str, **overrides: Any) -> Seller:
    return make_seller(name=name, address=make_vietnamese_address(city_area=ward), **overrides)


def place_of(seller: Seller, **overrides: Any) -> None:
    where = {"latitude": Decimal("11.0512345"), "longitude": Decimal("106.6798765"), "is_public": True}
    make_place(seller, kind=PlaceKind.WORKSHOP, **{**where, **overrides})


def choose(seller: Seller, placement: Placement) -> None:
    SellerPlacement.objects.create(seller=seller, placement=placement, chosen_at=timezone.now())


class MapLayerTest(TestCase):
    """Four sellers are on the map; who is hidden, suspended or only applies is not."""

    sellers: dict[str, Seller]
    hidden: Seller

    @classmethod
    def setUpTestData(cls) -> None:
        long_ago = datetime(2026, 3, 1, tzinfo=UTC)
        cls.sellers = {
            "ward": seller_in("Phường Dĩ An", "Ward", approved_at=long_ago),
            "exact": seller_in("Phường Dĩ An", "Exact"),
            "unplaced": seller_in("Phường Tân Uyên", "Wants to be exact, has no public place"),
            "elsewhere": seller_in("Xã Không Có Trong Bảng", "Elsewhere"),
        }
        place_of(cls.sellers["ward"])
        place_of(cls.sellers["exact"])
        choose(cls.sellers["exact"], Placement.EXACT)
        unplaced = cls.sellers["unplaced"]
        place_of(unplaced, is_public=False)
        place_of(unplaced, party=make_party(unplaced))
        place_of(unplaced, archived_at=timezone.now())
        choose(unplaced, Placement.EXACT)
        hidden = seller_in("Phường Dĩ An", "Hidden")
        place_of(hidden)
        choose(hidden, Placement.HIDDEN)
        cls.hidden = hidden
        for status in (SellerStatus.APPLIED, SellerStatus.SUSPENDED, SellerStatus.REJECTED):
            seller_in("Phường Dĩ An", f"{status}", status=status)
        make_expo(name="Past", starts_on=date(2026, 5, 5), ends_on=date(2026, 5, 8))
        make_expo(name="To come", starts_on=date(2027, 5, 5), ends_on=date(2027, 5, 8))
        make_expo(name="Not told yet", is_published=False)

    def get(self, path: str = "", status: int = 200) -> Any:
        response = Client().get(f"/map-layer{path}")
        assert response.status_code == status, (path, response.status_code, response.content[:300])
        assert response["Access-Control-Allow-Origin"] == "*"
        self.kind = response["Content-Type"]
        return response.json()

    def features(self, query: str = "", layer: str = "sellers") -> list[str]:
        page = self.get(f"/collections/{layer}/items{query}")
        return [each["properties"]["name"] for each in page["features"]]

    def test_req_core_root(self) -> None:
        """root-op, root-success; oas30/oas-definition-1: links of type service-desc, conformance and data."""
        for path in ("", "/"):
            links = {each["rel"]: each for each in self.get(path)["links"]}
            assert {"self", "service-desc", "conformance", "data"} <= set(links)
        assert links["service-desc"]["type"] == OPENAPI
        for rel in ("service-desc", "conformance", "data"):
            self.get(links[rel]["href"].partition("/map-layer")[2])

    def test_req_core_conformance(self) -> None:
        """conformance-op, conformance-success."""
        assert self.get("/conformance") == {"conformsTo": list(CLASSES)}

    def test_req_core_collections(self) -> None:
        """fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent, crs84."""
        made = self.get("/collections")
        assert "self" in {each["rel"] for each in made["links"]}
        assert [each["id"] for each in made["collections"]] == ["sellers", "fairs"]
        for each in made["collections"]:
            (items,) = [link for link in each["links"] if link["rel"] == "items"]
            assert items["type"] == GEOJSON
            assert each["crs"] == [CRS84]
            west, south, east, north = each["extent"]["spatial"]["bbox"][0]
            assert 106 < west <= east < 107.1
            assert 10.7 < south <= north < 11.6
            assert len(each["extent"]["temporal"]["interval"][0]) == 2
            assert self.get(f"/collections/{each['id']}") == each
        assert made["collections"][1]["extent"]["temporal"]["interval"] == [
            ["2026-05-04T17:00:00Z", "2027-05-08T16:59:59Z"]
        ]

    def test_req_core_sfc_md(self) -> None:
        """sfc-md-op, sfc-md-success; a collection that does not exist is a 404."""
        assert self.get("/collections/fairs")["id"] == "fairs"
        for path in ("/collections/buyers", "/collections/buyers/items", "/collections/buyers/items/1"):
            assert self.get(path, 404)["code"] == "NotFound"

    def test_req_core_fc_response(self) -> None:
        """fc-op, fc-response, fc-links, fc-timeStamp, fc-numberMatched, fc-numberReturned; geojson/content."""
        page = self.get("/collections/sellers/items")
        assert self.kind == GEOJSON
        assert page["type"] == "FeatureCollection"
        assert page["numberMatched"] == page["numberReturned"] == len(page["features"]) == 4
        assert datetime.fromisoformat(page["timeStamp"]).utcoffset() is not None
        assert {each["rel"] for each in page["links"]} == {"self", "collection"}
        for each in page["features"]:
            assert (each["type"], set(each) - {"type", "id"}) == ("Feature", {"geometry", "properties"})

    def test_where_sellers_are_shown(self) -> None:
        page = self.get("/collections/sellers/items")
        shown = {each["properties"]["name"]: each for each in page["features"]}
        assert shown["Ward"]["geometry"] == {"type": "Point", "coordinates": DI_AN}
        assert shown["Exact"]["geometry"]["coordinates"] == [106.6798765, 11.0512345]
        assert shown["Wants to be exact, has no public place"]["geometry"]["coordinates"] == TAN_UYEN
        assert shown["Elsewhere"]["geometry"] is None
        accuracy = [each["properties"]["accuracy"] for each in shown.values()]
        assert accuracy == ["ward", "exact", "ward", "ward"]
        assert "11.0512" not in json.dumps(shown["Ward"])
        assert shown["Ward"]["properties"]["approved_on"] == "2026-03-01"
        page_of = shown["Ward"]["properties"]["url"].partition("//")[2].partition("/")[2]
        assert resolve(f"/{page_of}").url_name == "seller"

    def test_req_core_fc_bbox(self) -> None:
        """fc-bbox-definition, fc-bbox-response."""
        rows = [
            (AROUND_DI_AN, ["Ward"]),
            ("106.7,10.85,-5,106.8,10.95,300", ["Ward"]),
            ("106.679,11.05,106.68,11.052", ["Exact"]),
            ("106.5,10.8,107,11.2", ["Ward", "Exact", "Wants to be exact, has no public place"]),
            ("106.76,10.9,106.76,10.9", ["Ward"]),
            ("170,-90,107,90", ["Ward", "Exact", "Wants to be exact, has no public place"]),
            ("107,-90,-170,90", []),
            ("-180,-90,180,90", ["Ward", "Exact", "Wants to be exact, has no public place"]),
        ]
        for box, names in rows:
            assert self.features(f"?bbox={box}") == names, box
        assert self.features("?bbox=106.6,11,106.7,11.1", "fairs") == ["Past", "To come"]
        assert self.features(f"?bbox={AROUND_DI_AN}", "fairs") == []

    def test_req_core_fc_time(self) -> None:
        """fc-time-definition, fc-time-response: instants and intervals, half-bounded ones too."""
        rows = [
            ("2026-05-04T16:59:59Z", []),
            ("2026-05-04T17:00:00Z", ["Past"]),
            ("2026-05-08T23:59:59%2B07:00", ["Past"]),
            ("2026-05-09T00:00:00%2B07:00", []),
            ("2026-05-08", ["Past"]),
            ("2026-05-01/2026-06-01", ["Past"]),
            ("2026-05-08T00:00:00Z/..", ["Past", "To come"]),
            ("2026-05-09T00:00:00Z/", ["To come"]),
            ("../2026-12-31T00:00:00Z", ["Past"]),
            ("/2026-01-01T00:00:00Z", []),
        ]
        for moment, names in rows:
            assert self.features(f"?datetime={moment}", "fairs") == names, moment
        assert self.features("?datetime=2026-03-01T00:00:00Z") == ["Ward"]
        assert self.features("?datetime=2026-02-28T23:59:59Z") == []

    def test_req_core_fc_limit(self) -> None:
        """fc-limit-definition, fc-limit-response-1; next links lead through everything once."""
        seen: list[str] = []
        path = "/collections/sellers/items?limit=1&bbox=-180,-90,180,90"
        for _ in range(3):
            page = self.get(path)
            assert (page["numberReturned"], page["numberMatched"]) == (1, 3)
            seen += [each["properties"]["name"] for each in page["features"]]
            links = {each["rel"]: each["href"] for each in page["links"]}
            path = links.get("next", "").partition("/map-layer")[2]
        assert seen == ["Ward", "Exact", "Wants to be exact, has no public place"]
        assert "next" not in links
        assert "prev" in links
        assert self.features("?limit=100000") == self.features()
        assert self.features("?offset=99999999999999999") == []

    def test_req_core_query_param(self) -> None:
        """query-param-unknown, query-param-invalid: 400 with a reason, never 500."""
        bad = [
            "limit=0", "limit=-1", "limit=x", "limit=1.5", "limit=", "limit=٣", "limit=1&limit=2", "offset=-1",
            "offset=x", "bbox=1,2,3", "bbox=1,2,3,4,5", "bbox=a,b,c,d", "bbox=nan,0,1,1", "bbox=0,0,inf,1",
            "bbox=0,0,1e999,1", "bbox=", "bbox=0,2,1,1", "bbox=1_0,0,20,20", "bbox=,,,", "bbox=" + "1," * 300,
            "datetime=", "datetime=..", "datetime=/", "datetime=../..", "datetime=now",
            "datetime=2026-13-01T00:00:00Z", "datetime=2026-02-30", "datetime=2027-01-01/2026-01-01",
            "datetime=a/b/c", "datetime=0001-01-01T00:00:00%2B14:00", "datetime=9999-12-31T23:59:59-14:00",
            "datetime=0001-01-01", "datetime=9999-12-31", "datetime=2026-01-01T00:00:00", "f=html", "f=",
            "bbox-crs=x", "crs=x", "name=x", "bbox=%00", "datetime=%00",
        ]  # fmt: skip
        for layer in ("sellers", "fairs"):
            for query in bad:
                answer = self.get(f"/collections/{layer}/items?{query}", 400)
                assert answer["code"] == "InvalidParameterValue", query
        for path in ("", "/conformance", "/api", "/collections", "/collections/fairs"):
            self.get(f"{path}?f=json")
            self.get(f"{path}?other=1", 400)

    def test_req_core_feature(self) -> None:
        """f-op, f-success, f-links; whoever is not on the map has no address there."""
        for layer, number in (("sellers", 4), ("fairs", 2)):
            for each in self.get(f"/collections/{layer}/items")["features"]:
                one = self.get(f"/collections/{layer}/items/{each['id']}")
                assert self.kind == GEOJSON
                assert {link["rel"] for link in one.pop("links")} == {"self", "collection"}
                assert one == each
                number -= 1
            assert number == 0
        for id in (self.hidden.public_id, self.sellers["ward"].pk, "x", "%00", "a" * 500):
            self.get(f"/collections/sellers/items/{id}", 404)
        self.get("/collections/fairs/items/not-told-yet", 404)

    def test_req_oas30_definition(self) -> None:
        """oas30/oas-definition-2, oas-impl: every operation that is described is there, and every parameter is read."""
        made = self.get("/api")
        assert made["openapi"].startswith("3.0.")
        assert self.kind == OPENAPI
        for path in made["paths"]:
            filled = path.replace("{collectionId}", "fairs").replace("{featureId}", "none")
            self.get(filled, 404 if "none" in filled else 200)
        items = made["paths"]["/collections/{collectionId}/items"]["get"]["parameters"]
        named = {each["$ref"].rpartition("/")[2] for each in items}
        assert named == {"collectionId", "bbox", "datetime", "limit", "offset", "f"}
        limit = made["components"]["parameters"]["limit"]["schema"]
        assert limit == {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}

    def test_req_core_http(self) -> None:
        """http: HTTP 1.1 as it is meant; other methods are refused and said so."""
        assert Client().head("/map-layer").status_code == 200
        refused = Client().post("/map-layer/collections")
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert Client().options("/map-layer").status_code == 204

    def test_a_page_costs_the_same_for_many(self) -> None:
        with self.assertNumQueries(2):
            self.get("/collections/sellers/items")
        with self.assertNumQueries(2):
            self.get("/collections/fairs/items")
