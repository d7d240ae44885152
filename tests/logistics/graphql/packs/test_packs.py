"""Packs through the API: managers of the seller see them, nobody else learns that the lot is there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Lot
from catalog.traceability.materials.set_materials import LotMaterialData, set_materials
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.packs import make_full_lot
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_party
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db

READ = """query ($lot: ID!) {
  lotPacks(lot: $lot) { code title purpose concerned isComplete there asked
    requirements { code label found names mend
      rule { title article effectiveFrom legalBasis source sourceDate checked } }
    files { name contentType url } }
  lotPack(lot: $lot, pack: EUDR) { code concerned isComplete there asked requirements { code found } }
}"""


@pytest.fixture
def lot() -> Lot:
    return make_full_lot()


def test_who_sees_packs(execute: Execute, lot: Lot) -> None:
    people = {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller(), MemberRole.OWNER),
        "staff": make_operator(),
        "packer": make_member(lot.seller, MemberRole.PACKER),
        "manager": make_member(lot.seller, MemberRole.MANAGER),
        "owner": make_member(lot.seller, MemberRole.OWNER),
    }
    seen = set()
    for name, actor in people.items():
        data = execute(READ, {"lot": to_global_id("Lot", lot.pk)}, actor=actor).data
        if data and data["lotPacks"]:
            seen.add(name)
            assert data["lotPack"] is not None
    assert seen == {"manager", "owner"}


def test_what_a_manager_reads(execute: Execute, lot: Lot) -> None:
    manager = make_member(lot.seller, MemberRole.MANAGER)
    answer = execute(READ, {"lot": to_global_id("Lot", lot.pk)}, actor=manager, language="vi")
    assert not answer.errors and answer.data is not None
    packs = {each["code"]: each for each in answer.data["lotPacks"]}
    assert list(packs) == ["VN_RECORD", "EUDR", "PASSPORT", "GPSR", "LACEY", "ORIGIN", "FSMA_204"]
    assert all(each["isComplete"] for each in packs.values())
    assert packs["EUDR"]["there"] == packs["EUDR"]["asked"] - 1
    (rule,) = {each["rule"]["legalBasis"] for each in packs["LACEY"]["requirements"]}
    assert rule.startswith("Lacey Act, 16 U.S.C. 3372(f)")
    assert [each["name"] for each in packs["EUDR"]["files"]][-1] == "eudr.zip"
    assert answer.data["lotPack"]["concerned"] is None


def test_the_number_of_statements_does_not_grow_with_materials(execute: Execute, lot: Lot) -> None:
    manager = make_member(lot.seller, MemberRole.MANAGER)

    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            execute(READ, {"lot": to_global_id("Lot", lot.pk)}, actor=manager)
        return len(asked)

    before = statements()
    more = [LotMaterialData(name=f"Keo {number}", supplier=make_party(lot.seller)) for number in range(8)]
    set_materials(lot=lot, materials=more)
    assert statements() <= before
