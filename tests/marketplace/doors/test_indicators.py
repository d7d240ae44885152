"""The indicators as files: what a program of the operations centre reads, and what it is told when it asks wrongly."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema_rs
from django.test import Client, TestCase

from i18n.languages import LANGUAGES
from marketplace.indicators.definitions import definitions
from marketplace.indicators.period import month
from marketplace.indicators.restate import CannotRestate, NeverCounted, restate
from marketplace.indicators.snapshot import Snapshot
from marketplace.indicators.take_due import take_due
from tests.marketplace.indicators.made_world import NOW, World, make_world, place

SCHEMA = Path(__file__).parents[3] / "marketplace/indicators/files/schema.json"


class FilesTest(TestCase):
    world: World

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = make_world()
        take_due(now=NOW)

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        response = Client().get(path, headers=headers)
        assert response.status_code == status, (path, response.content[:300])
        assert response["Access-Control-Allow-Origin"] == "*"
        return response

    def test_every_file_is_as_its_schema_says(self) -> None:
        valid = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text()))
        for indicator in definitions():
            made = self.get(f"/indicators/{indicator}.json?from=2026-09&to=2026-12").json()
            assert [str(error) for error in valid.iter_errors(made)] == [], indicator
            assert made["periods"], indicator
            assert set(made["name"]) == set(LANGUAGES)
        assert self.get("/indicators/schema.json").json() == json.loads(SCHEMA.read_text())

    def test_a_schema_that_lets_anything_through_would_show(self) -> None:
        valid = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text()))
        made = self.get("/indicators/exports-value.json?from=2026-10&to=2026-10").json()
        (gap,) = [
            each
            for each in made["periods"][0]["observations"]
            if each["country"] == "US" and each["hs_chapter"] == "_T"
        ]
        assert gap == {"country": "US", "hs_chapter": "_T", "value": None, "status": "suppressed"}
        gap["value"] = 250_000_000
        assert not valid.is_valid(made)

    def test_json_and_csv_say_the_same(self) -> None:
        for indicator, definition in definitions().items():
            query = f"/indicators/{indicator}.%s?from=2026-09&to=2026-12"
            table = self.get(query % "csv")
            assert table["Content-Disposition"] == f'attachment; filename="{indicator}.csv"'
            lines = list(csv.DictReader(StringIO(table.content.decode())))
            names = [each.value.lower() for each in definition.dimensions]
            in_csv = [
                (
                    line["period"],
                    *(line[name] for name in names),
                    float(line["value"]) if line["value"] else None,
                    line["status"],
                )
                for line in lines
            ]
            in_json = [
                (each["period"], *(row[name] for name in names), row["value"], row["status"])
                for each in self.get(query % "json").json()["periods"]
                for row in each["observations"]
            ]
            assert in_csv == in_json, indicator

    def test_the_catalogue_names_every_indicator_and_the_map(self) -> None:
        response = self.get("/indicators.json")
        made = response.json()
        assert response["Content-Type"].startswith("application/ld+json")
        assert (made["@type"], made["license"]) == ("dcat:Catalog", "https://creativecommons.org/licenses/by/4.0/")
        assert [each["identifier"] for each in made["dataset"]] == list(definitions())
        exports = made["dataset"][4]
        assert exports["temporal"] == {
            "@type": "dct:PeriodOfTime",
            "startDate": "2026-09-01",
            "endDate": "2026-10-31",
        }
        assert [each["mediaType"].rpartition("/")[2] for each in exports["distribution"]] == ["json", "csv"]
        for each in exports["distribution"]:
            self.get(each["downloadURL"].partition("//")[2].partition("/")[2].join(["/", ""]))
        assert made["service"][0]["endpointURL"].endswith("/map-layer")
        terms = set(made["@context"])
        used = {
            name for each in (made, *made["dataset"], *made["service"]) for name in each if not name.startswith("@")
        }
        assert used - terms == {"method"}

    def test_periods_are_chosen_by_their_end(self) -> None:
        rows = [
            ("from=2026-10&to=2026-10", ["2026-10"]),
            ("from=2026-09-30&to=2026", ["2026-09", "2026-10"]),
            ("from=2026-10-01&to=2026-10-30", []),
            ("to=2026-09-30", ["2026-09"]),
            ("to=2020", []),
        ]
        for query, periods in rows:
            made = self.get(f"/indicators/orders-made.json?{query}").json()
            assert [each["period"] for each in made["periods"]] == periods, query

    def test_what_is_asked_wrongly_is_said(self) -> None:
        rows = [
            "from=yesterday", "from=2026-13", "from=2026-02-30", "to=0000", "from=2026-11&to=2026-10", "versions=2",
            "from=2010&to=2026", "country=NL", "from=2026&from=2027", "from=%00",
            "from=٢٠٢٦", "to=2026-11-22T00:00:00Z",
        ]  # fmt: skip
        for query in rows:
            response = self.get(f"/indicators/orders-made.json?{query}", 400)
            assert response["Content-Type"] == "application/problem+json", query
            assert response.json()["detail"], query
        self.get("/indicators/nothing-such.json", 404)
        self.get("/indicators/nothing-such.csv", 404)

    def test_nothing_is_sent_again_that_did_not_change(self) -> None:
        for path in ("/indicators.json", "/indicators/orders-made.csv", "/indicators/orders-made.json"):
            first = self.get(path)
            assert "max-age" in first["Cache-Control"]
            assert first["Last-Modified"] == "Fri, 20 Nov 2026 02:00:00 GMT"
            assert self.get(path, 304, if_none_match=first["ETag"]).content == b""
            self.get(path, 304, if_modified_since=first["Last-Modified"])
            self.get(path, 200, if_none_match='"other"')
        asked = Client().options("/indicators.json")
        assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, "*")
        assert "If-None-Match" in asked["Access-Control-Allow-Headers"]
        assert Client().post("/indicators.json").status_code == 405

    def test_a_restatement_is_a_version_and_tells_nothing_more(self) -> None:
        """Five orders to Vietnam come to light: enough to be told, were they not withheld before."""
        definition, october = definitions()["orders-made"], month(NOW.date().replace(month=10))
        for each in range(1, 6):
            place(self.world, "VN", f"b3{each}", f"c{each}", "2026-10-12T10:00")
        made = restate(definition=definition, period=october, reason="Orders by post came late.", now=NOW)
        assert made is not None
        assert (made.version, made.reason) == (2, "Orders by post came late.")
        both = self.get("/indicators/orders-made.json?from=2026-10&to=2026-10&versions=all").json()["periods"]
        told = [{row["country"]: row["value"] for row in each["observations"]} for each in both]
        assert told == [
            {"NL": None, "JP": 10, "US": None, "VN": None, "_T": 24},
            {"NL": None, "JP": 10, "US": None, "VN": None, "_T": 29},
        ]
        (latest,) = self.get("/indicators/orders-made.json?from=2026-10&to=2026-10").json()["periods"]
        assert latest["version"] == 2
        assert restate(definition=definition, period=october, reason="again", now=NOW) is None
        assert Snapshot.objects.filter(indicator="orders-made", first_day=october.first).count() == 2

    def test_days_and_what_was_never_counted_cannot_be_restated(self) -> None:
        daily, monthly = definitions()["sellers-active"], definitions()["orders-made"]
        with self.assertRaises(CannotRestate):
            restate(definition=daily, period=month(NOW.date()), reason="x", now=NOW)
        with self.assertRaises(NeverCounted):
            restate(definition=monthly, period=month(NOW.date()), reason="x", now=NOW)

    def test_no_file_tells_of_anybody(self) -> None:
        """No address, name or number of a seller, buyer or visitor is in any of them."""
        names = [seller.name for seller in self.world.sellers.values()]
        for indicator in definitions():
            text = self.get(f"/indicators/{indicator}.json?from=2026-09&to=2026-12").content.decode()
            assert "@" not in text.replace("@example", "")
            assert not [name for name in names if name in text]
