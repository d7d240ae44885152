"""The directory over the API: facets, keeping exhibitors, the way, the calendar, codes; and sources and decisions."""

import base64
from functools import cache
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.expo.booths import assign_booth
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.graphql.directory.schema import DirectoryMutations, DirectoryQueries
from marketplace.expo.graphql.imports.schema import ExhibitorImportMutations, ExhibitorImportQueries
from marketplace.expo.graphql.schema import ExpoMutations, ExpoQueries
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.imports.sources import create_source
from marketplace.expo.models import Exhibitor
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from tests.cast import Cast, assemble
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"


@cache
def schema() -> Schema:
    class Query(ExpoQueries, DirectoryQueries, ExhibitorImportQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(ExpoMutations, DirectoryMutations, ExhibitorImportMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def callers(cast: Cast) -> dict[str, Any]:
    return {
        "anonymous": None,
        "buyer": cast.buyer,
        "owner": cast.woodworks.owner,
        "expo officer": cast.expo_officer,
        "operator": cast.operator,
    }


class Fair:
    def __init__(self) -> None:
        self.expo = make_expo(slug="fair")
        self.hall = make_hall(self.expo, name="Sen")
        self.wood = make_exhibitor(self.expo, name="Mộc", categories=("Đồ gỗ",))
        self.clay = make_exhibitor(self.expo, name="Kiln", country="NL", categories=("Gốm",))
        assign_booth(booth=make_booth(self.hall, "A1"), exhibitor=self.wood)
        assign_booth(booth=make_booth(self.hall, "A2", x=20), exhibitor=self.clay)


DIRECTORY = """query ($f: ExhibitorFilterInput, $ids: [ID!]) { expo(slug: "fair") { shortAddress calendar
  exhibitorFacets(filter: $f) { name label values { value label count } }
  route(exhibitorIds: $ids) { number exhibitor { name isFavorite } hall { name } booth { code shortAddress } }
  exhibitors(first: 9, filter: $f) { edges { node { name } } } } }"""


def test_facets_have_words_in_the_readers_language() -> None:
    fair = Fair()
    shown = api.ask(DIRECTORY, {"f": {"countries": ["NL"]}}, schema=schema, language="nl")["expo"]
    facets = {facet["name"]: facet for facet in shown["exhibitorFacets"]}
    assert {value["label"]: value["count"] for value in facets["country"]["values"]} == {"Vietnam": 1, "Nederland": 1}
    assert facets["hall"]["values"] == [{"value": gid(fair.hall), "label": "Sen", "count": 1}]
    assert [edge["node"]["name"] for edge in shown["exhibitors"]["edges"]] == ["Kiln"]
    chosen = {"halls": [gid(fair.hall)], "categories": ["go", "ĐỒ GỖ"], "sellsHere": False}
    found = api.ask(DIRECTORY, {"f": chosen}, schema=schema)["expo"]["exhibitors"]["edges"]
    assert [edge["node"]["name"] for edge in found] == ["Mộc"]
    for wrong in ({"halls": ["x"]}, {"goods": [gid(fair.hall)]}, {"product": "9"}):
        assert api.call(DIRECTORY, {"f": wrong}, schema=schema).errors, wrong


def test_many_fairs_cost_what_one_does(django_assert_max_num_queries: Any) -> None:
    Fair()
    document = """{ expos(first: 20) { edges { node { calendar route { number }
      exhibitorFacets { name values { count } } halls { booths { shortAddress exhibitor { isFavorite } } } } } } }"""
    buyer = assemble().buyer
    for _time in range(2):
        with django_assert_max_num_queries(24):
            api.ask(document, actor=buyer, schema=schema)
        other = make_exhibitor(make_expo(), categories=("Khác",))
        assign_booth(booth=make_booth(make_hall(other.expo)), exhibitor=other)


def test_the_calendar_and_the_short_address(settings: Any) -> None:
    settings.PUBLIC_URL = "https://market.example"
    fair = Fair()
    shown = api.ask(DIRECTORY, {"ids": [gid(fair.wood)]}, schema=schema)["expo"]
    assert shown["shortAddress"] == "https://market.example/f/fair"
    assert shown["calendar"].startswith("BEGIN:VCALENDAR")
    assert shown["route"][0]["booth"]["shortAddress"] == "https://market.example/f/fair/A1"


KEEP = f"mutation ($id: ID!) {{ exhibitorFavoriteAdd(exhibitorId: $id) {{ exhibitor {{ isFavorite }} {ERRORS} }} }}"
DROP = f"mutation ($id: ID!) {{ exhibitorFavoriteRemove(exhibitorId: $id) {{ exhibitor {{ isFavorite }} {ERRORS} }} }}"


def test_who_is_signed_in_keeps_exhibitors_for_themselves() -> None:
    fair, cast = Fair(), assemble()
    assert outcome(api.call(KEEP, {"id": gid(fair.wood)}, schema=schema)) == "UNAUTHENTICATED"
    for name in ("buyer", "owner"):
        actor = callers(cast)[name]
        assert api.do(KEEP, {"id": gid(fair.wood)}, actor=actor, schema=schema)["exhibitor"]["isFavorite"]
    route = api.ask(DIRECTORY, {"ids": [gid(fair.clay)]}, actor=cast.buyer, schema=schema)["expo"]["route"]
    assert sorted((stop["exhibitor"]["name"], stop["exhibitor"]["isFavorite"]) for stop in route) == [
        ("Kiln", False),
        ("Mộc", True),
    ]
    assert api.ask(DIRECTORY, {}, schema=schema)["expo"]["route"] == [], "nobody reads another's way"
    hidden = make_exhibitor(make_expo(is_published=False))
    assert outcome(api.call(KEEP, {"id": gid(hidden)}, actor=cast.buyer, schema=schema)) == "NOT_FOUND"
    elsewhere = make_exhibitor(make_expo())
    named = api.ask(DIRECTORY, {"ids": [gid(elsewhere), gid(hidden)]}, schema=schema)["expo"]["route"]
    assert named == [], "exhibitors of other fairs are not on this one's way"
    assert not api.do(DROP, {"id": gid(fair.wood)}, actor=cast.buyer, schema=schema)["exhibitor"]["isFavorite"]
    assert list(FairFavorite.objects.values_list("user", flat=True)) == [cast.woodworks.owner.pk]


# --- what is for staff

CODES = "query ($e: ID!, $h: ID) { boothCodes(expoId: $e, hallId: $h, languageCode: JA) { fileName content } }"
STAFF_ONLY = {
    "exhibitorSourceCreate": 'exhibitorSourceCreate(name: "Agency") { source { name feed } %s }',
    "exhibitorSourceUpdate": 'exhibitorSourceUpdate(id: $source, name: "New") { source { name } %s }',
    "exhibitorSourceDelete": "exhibitorSourceDelete(id: $source) { %s }",
    "exhibitorImportDecide": "exhibitorImportDecide(id: $list, rest: NEW) { import { counts { count } } %s }",
    "exhibitorImportPreview": "exhibitorImportPreview(expoId: $expo, sourceId: $source, file: $file) { %s }",
}


def staged(cast: Cast) -> dict[str, Any]:
    fair, source = Fair(), create_source(name="Old")
    file = SimpleUploadedFile("list.csv", "Tên,Nước\nKiln Ltd,NL\nKiln House,NL".encode())
    preview = """mutation ($e: ID!, $f: Upload!) {
      exhibitorImportPreview(expoId: $e, file: $f) { import { id } errors { code } } }"""
    make_exhibitor(fair.expo, name="Kilnhouse", country="NL")
    made = api.do(preview, {"e": gid(fair.expo), "f": file}, actor=cast.expo_officer, schema=schema)
    again = SimpleUploadedFile("list.csv", "Tên\nMới".encode())
    return {"expo": gid(fair.expo), "source": gid(source), "list": made["import"]["id"], "file": again}


def test_sources_decisions_and_codes_are_for_staff() -> None:
    cast = assemble()
    given = staged(cast)
    for caller, actor in callers(cast).items():
        code = {"anonymous": "UNAUTHENTICATED", "buyer": "PERMISSION_DENIED", "owner": "PERMISSION_DENIED"}.get(caller)
        for name, text in STAFF_ONLY.items():
            used = {key: value for key, value in given.items() if f"${key}" in text}
            if used.get("file"):
                used["file"].seek(0)
            head = ", ".join(f"${key}: {'Upload' if key == 'file' else 'ID'}!" for key in used)
            document = f"mutation {f'({head})' if used else ''} {{ {text % ERRORS} }}"
            before = snapshot("expo")
            if code:
                assert outcome(api.call(document, used, actor=actor, schema=schema)) == code, f"{name}: {caller}"
                assert snapshot("expo") == before
            elif caller == "expo officer":
                assert outcome(api.call(document, used, actor=actor, schema=schema)) in ("done", "NOT_FOUND"), name
                assert snapshot("expo") != before or name == "exhibitorImportPreview", name
        asked = api.call(CODES, {"e": given["expo"]}, actor=actor, schema=schema)
        assert bool(asked.errors) is bool(code), f"boothCodes: {caller}"
        for field in ("exhibitorSources { name }", "exhibitorFeeds { name isFetched }"):
            assert bool(api.call(f"{{ {field} }}", actor=actor, schema=schema).errors) is bool(code), (
                f"{field}: {caller}"
            )


def test_codes_are_a_pdf() -> None:
    officer, fair = assemble().expo_officer, Fair()
    file = api.ask(CODES, {"e": gid(fair.expo), "h": gid(fair.hall)}, actor=officer, schema=schema)["boothCodes"]
    assert file["fileName"] == "booth-codes-fair.pdf"
    assert base64.b64decode(file["content"]).startswith(b"%PDF-")
    assert api.ask(CODES, {"e": gid(make_expo())}, actor=officer, schema=schema)["boothCodes"] is None


def test_from_a_doubtful_row_to_the_directory() -> None:
    cast = assemble()
    given = staged(cast)
    read = """query ($id: ID!) { exhibitorImport(id: $id) { total accepted counts { action count }
      rows(actions: [ASK]) { number similar { name likeness exhibitorId row } } } }"""

    def shown() -> Any:
        return api.ask(read, {"id": given["list"]}, actor=cast.operator, schema=schema)["exhibitorImport"]

    waiting = shown()["rows"]
    kilnhouse = Exhibitor.objects.get(name="Kilnhouse")
    assert [(row["number"], row["similar"][0]["exhibitorId"]) for row in waiting] == [(3, gid(kilnhouse))]
    decide = f"""mutation ($id: ID!, $d: [ExhibitorRowDecisionInput!], $rest: ExhibitorRowTake) {{
      exhibitorImportDecide(id: $id, decisions: $d, rest: $rest) {{ import {{ id }} {ERRORS} }} }}"""
    wrong = (
        ({"d": [{"row": 3, "take": "SAME"}]}, "REQUIRED"),
        ({"d": [{"row": 77, "take": "NEW"}]}, "NOT_FOUND"),
        ({"d": [{"row": 3, "take": "SAME", "exhibitorId": "x"}]}, "GRAPHQL_ERROR"),
        ({"rest": "SAME"}, "INVALID"),
    )
    for values, code in wrong:
        asked = {"id": given["list"], **values}
        assert outcome(api.call(decide, asked, actor=cast.expo_officer, schema=schema)) == code, values
    same = [{"row": 3, "take": "SAME", "exhibitorId": gid(kilnhouse)}]
    api.do(decide, {"id": given["list"], "d": same}, actor=cast.expo_officer, schema=schema)
    assert shown()["rows"] == [], "nothing waits any more"
    apply = f"mutation ($id: ID!) {{ exhibitorImportApply(id: $id) {{ created undecided removed {ERRORS} }} }}"
    done = api.do(apply, {"id": given["list"]}, actor=cast.expo_officer, schema=schema)
    assert (done["created"], done["undecided"]) == (0, 0)
    assert ExhibitorImport.objects.get().applied_at is not None


def test_fetching_needs_an_address() -> None:
    officer, fair = assemble().expo_officer, Fair()
    fetch = f"mutation ($e: ID!, $s: ID!) {{ exhibitorImportFetch(expoId: $e, sourceId: $s) {{ {ERRORS} }} }}"
    given = {"e": gid(fair.expo), "s": gid(create_source(name="Files"))}
    assert outcome(api.call(fetch, given, actor=officer, schema=schema)) == "INVALID"
    assert outcome(api.call(fetch, given, schema=schema)) == "UNAUTHENTICATED"
    assert outcome(api.call(fetch, {**given, "s": to_global_id("ExhibitorSource", 999)}, actor=officer, schema=schema))
    assert not ExhibitorImport.objects.exists()
    assert ExhibitorSource.objects.count() == 1
