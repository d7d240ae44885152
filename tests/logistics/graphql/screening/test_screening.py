"""Screening through the API: for those who decide, and for nobody else."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from i18n.messages import gettext
from logistics.customs.screening.listed_party import ListEdition
from logistics.customs.screening.screen import Subject, screen
from logistics.customs.screening.screening import Screening, ScreeningDecision
from logistics.graphql.screening.schema import ScreeningMutations, ScreeningQueries
from marketplace.accounts.models import User
from marketplace.graphql import ANYONE, Anonymous, Context, ObjectType, Schema, to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_user
from tests.factories.screening import make_denied_list, sdn_entry, sdn_file
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db


class Query(ScreeningQueries, ObjectType):
    class Meta:
        access = ANYONE


class Mutation(ScreeningMutations, ObjectType):
    class Meta:
        access = ANYONE


SCHEMA = Schema(query=Query, mutation=Mutation, translate=lambda text, params, lang: gettext(lang, text, **params))
LOAD = """mutation($format: String!, $file: Upload!) { deniedListLoad(format: $format, file: $file) {
  deniedList { id partyCount publishedOn format { code name } } errors { field code message } } }"""
LIST = """query($filter: ScreeningFilterInput) { deniedListFormats { code name }
  deniedLists(first: 5) { edges { node { fileName partyCount supersededAt } } }
  screenings(first: 5, filter: $filter) { totalCount edges { node { id name role status isCurrent
    hits { uid score reasons listedName deniedList { format { code } } }
    decisions { reason decidedBy { email } } } } } }"""
DECIDE = """mutation($id: ID!, $verdict: ScreeningVerdict!, $reason: String!) {
  screeningDecide(id: $id, verdict: $verdict, reason: $reason) { screening { status } errors { field code } } }"""


def execute(document: str, variables: Any = None, *, actor: Any = None, language: str = "en") -> Any:
    return SCHEMA.execute(document, variables, context=Context(actor=actor or Anonymous(), language=language))


def call(document: str, variables: Any = None, **caller: Any) -> Any:
    result = execute(document, variables, **caller)
    assert not result.errors, result.errors
    return result.data


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("sdn.xml", content)


@pytest.fixture
def staff() -> User:
    return make_user(staff_roles=["operator"])


@pytest.fixture
def held() -> Screening:
    make_denied_list()
    return screen(reference="BDM-1", subjects=[Subject("CONSIGNEE", "Ivan Petrovskiy", "NL")])[0]


def test_a_list_is_loaded_once_and_read_back(staff: User) -> None:
    variables = {"format": "ofac_sdn", "file": file(sdn_file(sdn_entry("1", "Muster")))}
    loaded = call(LOAD, variables, actor=staff, language="vi")["deniedListLoad"]["deniedList"]
    assert (loaded["partyCount"], loaded["publishedOn"], loaded["format"]["code"]) == (1, "2026-11-20", "ofac_sdn")
    variables["file"] = file(sdn_file(sdn_entry("1", "Muster")))
    assert call(LOAD, variables, actor=staff)["deniedListLoad"]["deniedList"]["id"] == loaded["id"]
    variables["file"] = file(b"<sdnList/>")
    (error,) = call(LOAD, variables, actor=staff)["deniedListLoad"]["errors"]
    assert (error["field"], error["code"]) == ("file", "UNREADABLE")
    (error,) = call(LOAD, {**variables, "format": "none"}, actor=staff)["deniedListLoad"]["errors"]
    assert error["field"] == "format"
    answer = call(LIST, {}, actor=staff)
    assert [edge["node"]["partyCount"] for edge in answer["deniedLists"]["edges"]] == [1]
    assert len(answer["deniedListFormats"]) == 4


def test_a_hit_is_read_and_decided(staff: User, held: Screening) -> None:
    node = call(LIST, {"filter": {"status": ["HELD"], "isCurrent": True}}, actor=staff)["screenings"]["edges"][0][
        "node"
    ]
    (hit,) = node["hits"]
    assert (node["name"], hit["uid"], hit["deniedList"]["format"]["code"]) == ("Ivan Petrovskiy", "1001", "ofac_sdn")
    assert hit["reasons"][-1] == "Another country"
    decided = call(DECIDE, {"id": node["id"], "verdict": "CLEARED", "reason": "Another"}, actor=staff)
    assert decided["screeningDecide"]["screening"]["status"] == "CLEARED"
    (error,) = call(DECIDE, {"id": node["id"], "verdict": "CLEARED", "reason": "x"}, actor=staff)["screeningDecide"][
        "errors"
    ]
    assert error["code"] == "WRONG_STATE"
    for reason, code in ((" ", "REQUIRED"), ("x" * 1001, "INVALID")):
        asked = {"id": node["id"], "verdict": "CONFIRMED", "reason": reason}
        (error,) = call(DECIDE, asked, actor=staff)["screeningDecide"]["errors"]
        assert (error["field"], error["code"]) == ("reason", code)
    found = call(LIST, {"filter": {"reference": "BDM-1"}}, actor=staff)["screenings"]["edges"][0]["node"]
    assert found["decisions"] == [{"reason": "Another", "decidedBy": {"email": staff.email}}]


@pytest.mark.parametrize("who", ["nobody", "buyer", "seller", "expo officer"])
def test_nobody_else_reads_or_changes_anything(held: Screening, who: str) -> None:
    callers: dict[str, Any] = {
        "nobody": None,
        "buyer": make_user(),
        "seller": make_member(make_seller(), MemberRole.OWNER),
        "expo officer": make_user(staff_roles=["expo"]),
    }
    for document, variables in (
        (LIST, {}),
        (LOAD, {"format": "ofac_sdn", "file": file(sdn_file(sdn_entry("1", "X")))}),
        (DECIDE, {"id": to_global_id("Screening", held.pk), "verdict": "CLEARED", "reason": "x"}),
    ):
        assert execute(document, variables, actor=callers[who]).errors
    held.refresh_from_db()
    assert (held.status, ScreeningDecision.objects.count(), ListEdition.objects.count()) == ("HELD", 0, 1)
