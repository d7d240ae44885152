"""Exhibitions through the API: what the public sees, and who may arrange them."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import ProductApproval, ProductChannelListing
from marketplace.expo.arrange import translate_expo
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product
from marketplace.expo.graphql.schema import ExpoMutations, ExpoQueries
from marketplace.expo.models import Exhibitor, Expo
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from marketplace.sellers.models import Seller
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code message }"
LIST = "query ($f: ExpoFilterInput) { expos(first: 50, filter: $f) { edges { node { slug } } } }"


@cache
def schema() -> Schema:
    class Query(ExpoQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(ExpoMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def call(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.call(document, variables, schema=schema, **options)


def ask(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.ask(document, variables, schema=schema, **options)


def do(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.do(document, variables, schema=schema, **options)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def slugs(actor: Any = None, **filter: Any) -> list[str]:
    return [edge["node"]["slug"] for edge in ask(LIST, {"f": filter}, actor=actor)["expos"]["edges"]]


def test_only_published_exhibitions_are_public() -> None:
    cast = assemble()
    expo = make_expo(slug="secret", is_published=False)
    exhibitor = make_exhibitor(expo)
    one = "query ($id: ID, $slug: String) { expo(id: $id, slug: $slug) { slug } }"
    theirs = "query ($id: ID!) { exhibitor(id: $id) { name } }"
    for actor in (None, cast.buyer, cast.woodworks.owner):
        assert slugs(actor) == []
        assert ask(one, {"slug": "secret"}, actor=actor)["expo"] is None
        assert ask(one, {"id": gid(expo)}, actor=actor)["expo"] is None
        assert ask(theirs, {"id": gid(exhibitor)}, actor=actor)["exhibitor"] is None
    for actor in (cast.expo_officer, cast.operator):
        assert slugs(actor) == ["secret"]
        assert ask(theirs, {"id": gid(exhibitor)}, actor=actor)["exhibitor"] is not None


def test_upcoming_counts_the_last_day() -> None:
    today = date.today()  # noqa: DTZ011  # compared with a margin of days
    make_expo(slug="over", starts_on=today - timedelta(days=20))
    make_expo(slug="to-come", starts_on=today + timedelta(days=20))
    make_expo(slug="on", starts_on=today - timedelta(days=1))
    assert slugs(upcoming=True) == ["on", "to-come"]
    assert slugs(upcoming=False) == ["over"]
    assert slugs() == ["over", "on", "to-come"]


def fair() -> tuple[Expo, Seller]:
    """A fair with a hall, three exhibitors and a product on show."""
    expo = make_expo(slug="fair", name="Hội chợ", description="Bốn ngày")
    hall = make_hall(expo)
    product = make_product()
    listing = ProductChannelListing(product=product, channel=make_channel("eu"), is_published=True)
    listing.save()
    wood = make_exhibitor(
        expo,
        name="Mộc Ví Dụ",
        tax_code="0100233488",
        email="x@example.org",
        categories=("Đồ gỗ",),
        seller=product.seller,
    )
    make_exhibitor(expo, name="Gốm Thử", categories=("Gốm sứ", "Quà tặng"))
    make_exhibitor(expo, name="Voorbeeld", country="NL", categories=("Đồ gỗ",))
    assign_booth(booth=make_booth(hall), exhibitor=wood)
    make_booth(hall, "A02", x=10)
    show_product(exhibitor=wood, product=product)
    show_product(exhibitor=wood, title="Bàn trưng bày")
    return expo, product.seller


FAIR = """query ($f: ExhibitorFilterInput) { expo(slug: "fair") {
  name startsOn endsOn timezone venue isPublished
  localized { name { text isFallback } description { text } theme { text } }
  halls { name width depth areaSquareMetres booths { code x y width depth kind status exhibitor { name } } }
  exhibitors(first: 50, filter: $f) { totalCount edges { node {
    name country { code } categories booths { code hall { name } } seller { slug isVerified }
    exhibits { title product { slug } } localized { description { text } } } } }
} }"""


def test_the_public_directory() -> None:
    expo, seller = fair()
    translate_expo(expo=expo, language="nl", texts_given={"name": "Beurs"})
    shown = ask(FAIR, language="nl")["expo"]
    assert shown["localized"]["name"] == {"text": "Beurs", "isFallback": False}
    hall = shown["halls"][0]
    assert [booth["status"] for booth in hall["booths"]] == ["ASSIGNED", "FREE"]
    assert hall["booths"][0]["exhibitor"] == {"name": "Mộc Ví Dụ"}
    firms = {edge["node"]["name"]: edge["node"] for edge in shown["exhibitors"]["edges"]}
    assert shown["exhibitors"]["totalCount"] == 3
    assert firms["Mộc Ví Dụ"]["booths"] == [{"code": "A01", "hall": {"name": "A"}}]
    assert firms["Mộc Ví Dụ"]["seller"] == {"slug": seller.slug, "isVerified": True}
    assert [exhibit["title"] for exhibit in firms["Mộc Ví Dụ"]["exhibits"]] == [None, "Bàn trưng bày"]
    assert firms["Mộc Ví Dụ"]["exhibits"][0]["product"] is not None


@pytest.mark.parametrize(
    ("filter", "names"),
    [
        ({"search": "moc"}, ["Mộc Ví Dụ"]),
        ({"search": "qua tang gom"}, ["Gốm Thử"]),
        ({"category": "ĐỒ GỖ"}, ["Mộc Ví Dụ", "Voorbeeld"]),
        ({"category": "gỗ"}, []),
        ({"country": "nl"}, ["Voorbeeld"]),
        ({"country": "NL", "search": "moc"}, []),
    ],
)
def test_filters_of_the_directory(filter: dict[str, str], names: list[str]) -> None:
    fair()
    edges = ask(FAIR, {"f": filter})["expo"]["exhibitors"]["edges"]
    assert [edge["node"]["name"] for edge in edges] == names


def test_filter_by_hall() -> None:
    expo, _seller = fair()
    hall = expo.halls.get()
    edges = ask(FAIR, {"f": {"hall": gid(hall)}})["expo"]["exhibitors"]["edges"]
    assert [edge["node"]["name"] for edge in edges] == ["Mộc Ví Dụ"]


def test_contacts_and_origin_are_for_staff() -> None:
    cast = assemble()
    fair()
    wood = Exhibitor.objects.get(tax_code="0100233488")
    for field in ("taxCode", "email", "phone", "sourceFeed", "description", "translations { name }"):
        document = f"query ($id: ID!) {{ exhibitor(id: $id) {{ {field} }} }}"
        for actor in (None, cast.buyer, cast.woodworks.owner):
            assert call(document, {"id": gid(wood)}, actor=actor).errors
        ask(document, {"id": gid(wood)}, actor=cast.expo_officer)


def test_suspended_sellers_and_withdrawn_products_are_not_shown() -> None:
    _expo, seller = fair()
    Seller.objects.filter(pk=seller.pk).update(status="SUSPENDED")
    edges = ask(FAIR)["expo"]["exhibitors"]["edges"]
    wood = next(edge["node"] for edge in edges if edge["node"]["name"] == "Mộc Ví Dụ")
    assert wood["seller"] is None
    assert [exhibit["product"] for exhibit in wood["exhibits"]] == [None, None]


def test_the_directory_costs_the_same_whatever_its_length(django_assert_max_num_queries: Any) -> None:
    expo, _seller = fair()
    for _ in range(2):
        with django_assert_max_num_queries(17):
            ask(FAIR)
        hall = make_hall(expo, name=f"B{_}")
        for number in range(5):
            assign_booth(booth=make_booth(hall, f"B{number}", x=5 * number), exhibitor=make_exhibitor(expo))


# --- who may arrange

MUTATIONS = {
    "expoCreate": 'expoCreate(input: {name: "Mới", startsOn: "2027-01-01", endsOn: "2027-01-02"}) { expo { slug } %s }',
    "expoUpdate": 'expoUpdate(id: $expo, input: {venue: "WTC"}) { %s }',
    "expoPublish": "expoPublish(id: $expo, isPublished: false) { %s }",
    "expoTranslate": 'expoTranslate(id: $expo, languageCode: NL, input: {name: "Beurs"}) { %s }',
    "hallCreate": 'hallCreate(expoId: $expo, name: "C", width: 20, depth: 20.5) { hall { areaSquareMetres } %s }',
    "hallUpdate": 'hallUpdate(id: $hall, name: "Sen") { %s }',
    "boothCreate": 'boothCreate(hallId: $hall, input: {code: "X", x: 30, y: 30, width: 3, depth: 3}) { %s }',
    "boothsGenerate": 'boothsGenerate(hallId: $empty, rows: 2, columns: 5, prefix: "G") { hall { name } %s }',
    "boothAssign": "boothAssign(boothId: $booth, exhibitorId: $exhibitor) { booth { status } %s }",
    "boothHold": "boothHold(boothId: $booth, isHeld: true) { booth { status } %s }",
    "boothDelete": "boothDelete(boothId: $booth) { %s }",
    "exhibitorCreate": 'exhibitorCreate(expoId: $expo, input: {name: "Firm", categories: ["a"]}) { %s }',
    "exhibitorUpdate": 'exhibitorUpdate(id: $exhibitor, input: {country: "JP"}) { %s }',
    "exhibitorTranslate": 'exhibitorTranslate(id: $exhibitor, languageCode: JA, input: {name: "木"}) { %s }',
    "exhibitorLinkSeller": "exhibitorLinkSeller(id: $exhibitor, sellerId: $seller) { exhibitor { name } %s }",
    "exhibitorDelete": "exhibitorDelete(id: $exhibitor) { %s }",
    "exhibitorMerge": "exhibitorMerge(id: $exhibitor, into: $twin) { exhibitor { name } %s }",
    "exhibitCreate": 'exhibitCreate(exhibitorId: $exhibitor, title: "Ghế") { exhibit { title } %s }',
    "exhibitDelete": "exhibitDelete(id: $exhibit) { %s }",
    "exhibitorImportPreview": "exhibitorImportPreview(expoId: $expo, file: $file) { import { total } %s }",
}
TYPES = {"file": "Upload"}
CALLERS = ("anonymous", "buyer", "owner", "expo officer", "operator")


def stage(cast: Cast) -> dict[str, Any]:
    hall = make_hall()
    exhibitor = make_exhibitor(hall.expo)
    rows = {
        "expo": hall.expo,
        "hall": hall,
        "empty": make_hall(hall.expo, name="Empty"),
        "booth": make_booth(hall),
        "exhibitor": exhibitor,
        "twin": make_exhibitor(hall.expo, name="Gom Thu Co., Ltd"),
        "exhibit": show_product(exhibitor=exhibitor, title="Bàn"),
        "seller": cast.woodworks.seller,
    }
    file = SimpleUploadedFile("list.csv", "Tên,MST\nGốm Thử,".encode())
    return {**{name: gid(row) for name, row in rows.items()}, "file": file}


def used_in(text: str, given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if re.search(rf"\${key}\b", text)}


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("name", MUTATIONS)
def test_exhibitions_are_arranged_by_staff(name: str, caller: str) -> None:
    cast = assemble()
    given = stage(cast)
    actor = {
        "anonymous": None,
        "buyer": cast.buyer,
        "owner": cast.woodworks.owner,
        "expo officer": cast.expo_officer,
        "operator": cast.operator,
    }[caller]
    expected = {"anonymous": "UNAUTHENTICATED", "expo officer": "done", "operator": "done"}.get(
        caller, "PERMISSION_DENIED"
    )
    used = used_in(MUTATIONS[name], given)
    head = ", ".join(f"${key}: {TYPES.get(key, 'ID')}!" for key in used)
    document = f"mutation {f'({head})' if used else ''} {{ {MUTATIONS[name] % ERRORS} }}"
    before = snapshot("expo", "i18n")
    assert outcome(call(document, used, actor=actor)) == expected
    assert (snapshot("expo", "i18n") == before) is (expected != "done")


def test_import_from_preview_to_directory() -> None:
    officer = assemble().expo_officer
    expo = make_expo()
    preview = f"""mutation ($e: ID!, $f: Upload!, $m: [ImportColumnInput!]) {{
      exhibitorImportPreview(expoId: $e, file: $f, mapping: $m) {{ import {{
        id total accepted refused columns {{ header field }}
        rows {{ number accepted action values {{ column value }} errors {{ row column code message }} }}
      }} {ERRORS} }} }}"""
    file = SimpleUploadedFile("../../evil.csv", "Firm,Nước\nGốm Thử,VN\nSai,Atlantis".encode())
    mapping = [{"header": "Firm", "field": "name"}]
    stored = do(preview, {"e": gid(expo), "f": file, "m": mapping}, actor=officer)["import"]
    assert (stored["total"], stored["accepted"], stored["refused"]) == (2, 1, 1)
    assert stored["columns"] == [{"header": "Firm", "field": "name"}, {"header": "Nước", "field": "country"}]
    assert stored["rows"][0]["action"] == "CREATE"
    error = stored["rows"][1]["errors"][0]
    assert (error["row"], error["column"], error["code"]) == (3, "Nước", "INVALID")
    assert not expo.exhibitors.exists()
    apply = f"mutation ($id: ID!) {{ exhibitorImportApply(id: $id) {{ created updated unchanged refused {ERRORS} }} }}"
    for actor, code in ((None, "UNAUTHENTICATED"), (make_user(), "PERMISSION_DENIED")):
        assert outcome(call(apply, {"id": stored["id"]}, actor=actor)) == code
    assert not expo.exhibitors.exists()
    done = do(apply, {"id": stored["id"]}, actor=officer)
    assert (done["created"], done["refused"]) == (1, 1)
    assert do(apply, {"id": stored["id"]}, actor=officer)["created"] == 0
    listed = ask(
        "query ($e: ID!) { exhibitorImports(expoId: $e) { appliedAt fileName } }", {"e": gid(expo)}, actor=officer
    )
    assert listed["exhibitorImports"][0]["appliedAt"] is not None
    again = SimpleUploadedFile("x.png", b"\x89PNG\r\n\x1a\n\x00\x00")
    assert outcome(call(preview, {"e": gid(expo), "f": again}, actor=officer)) == "INVALID"


@pytest.mark.parametrize(
    ("mutation", "code"),
    [
        ('expoCreate(input: {name: " ", startsOn: "2027-01-02", endsOn: "2027-01-02"})', "REQUIRED"),
        ('expoCreate(input: {name: "x", startsOn: "2027-01-02", endsOn: "2027-01-01"})', "INVALID"),
        ('expoCreate(input: {name: "x", startsOn: "2027-01-02", endsOn: "2027-01-02", timezone: "../x"})', "INVALID"),
        ('expoUpdate(id: $expo, input: {endsOn: "2000-01-01"})', "INVALID"),
        ('expoTranslate(id: $expo, languageCode: VI, input: {name: "x"})', "INVALID"),
        ('hallCreate(expoId: $expo, name: "A", width: 5, depth: 5)', "UNIQUE"),
        ('boothCreate(hallId: $hall, input: {code: "Z", x: 1, y: 1, width: 3, depth: 3})', "OVERLAP"),
        ('boothCreate(hallId: $hall, input: {code: "Z", x: 1e17, y: 1, width: 3, depth: 3})', "OUTSIDE_HALL"),
        ("boothsGenerate(hallId: $hall, rows: 100, columns: 100)", "DOES_NOT_FIT"),
        ('exhibitorCreate(expoId: $expo, input: {country: "VN"})', "REQUIRED"),
        ('exhibitorUpdate(id: $exhibitor, input: {websiteUrl: "javascript:1"})', "INVALID"),
        ("exhibitCreate(exhibitorId: $exhibitor)", "REQUIRED"),
        ("exhibitorMerge(id: $exhibitor, into: $exhibitor)", "INVALID"),
        ('exhibitorLinkSeller(id: $exhibitor, sellerId: "U2VsbGVyOjk5OTk5")', "NOT_FOUND"),
        ('expoUpdate(id: "RXhwbzo5OTk5OQ==", input: {venue: "x"})', "NOT_FOUND"),
        ('expoUpdate(id: "x", input: {venue: "x"})', "GRAPHQL_ERROR"),
    ],
)
def test_wrong_input_is_refused_and_changes_nothing(mutation: str, code: str) -> None:
    cast = assemble()
    given = stage(cast)
    used = used_in(mutation, given)
    head = ", ".join(f"${key}: ID!" for key in used)
    before = snapshot("expo")
    document = f"mutation {f'({head})' if used else ''} {{ {mutation} {{ {ERRORS} }} }}"
    assert outcome(call(document, used, actor=cast.expo_officer)) == code
    assert snapshot("expo") == before


def test_exhibits_are_the_exhibitors_own_products() -> None:
    officer = assemble().expo_officer
    product, draft = make_product(), make_product(approval=ProductApproval.DRAFT)
    exhibitor = make_exhibitor(seller=product.seller)
    create = f"mutation ($e: ID!, $p: ID!) {{ exhibitCreate(exhibitorId: $e, productId: $p) {{ {ERRORS} }} }}"
    do(create, {"e": gid(exhibitor), "p": gid(product)}, actor=officer)
    for wanted, code in ((product, "UNIQUE"), (make_product(), "INVALID"), (draft, "NOT_FOUND")):
        assert outcome(call(create, {"e": gid(exhibitor), "p": gid(wanted)}, actor=officer)) == code


def test_suggestions_are_for_staff() -> None:
    cast = assemble()
    exhibitor = make_exhibitor(name="MOC VI DU JSC")
    document = "query ($id: ID!) { exhibitorSellerSuggestions(exhibitorId: $id) { seller { slug } reason likeness } }"
    assert call(document, {"id": gid(exhibitor)}, actor=cast.buyer).errors
    (found,) = ask(document, {"id": gid(exhibitor)}, actor=cast.expo_officer)["exhibitorSellerSuggestions"]
    assert found == {"seller": {"slug": "moc-vi-du"}, "reason": "NAME", "likeness": 0.9}
