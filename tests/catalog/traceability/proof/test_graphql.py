"""Roots for everybody; a bundle for a lot's seller, its partners and authorities, and for nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from catalog.traceability.proof.close_days import close_days
from catalog.traceability.proof.day import DailyRoot
from marketplace.accounts.permissions import StaffRole
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.catalog.traceability.proof.test_days import DAY, MONDAY, event
from tests.factories.accounts import make_expo_officer, make_user
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db
BUNDLE = """query ($lot: ID!, $buyers: Boolean) {
  lotProofBundle(lot: $lot, withoutPartners: $buyers) { url events sealed withheld files expiresAt }
}"""


def asked(execute: Execute, lot: Any, actor: Any, **more: Any) -> Any:
    result: Any = execute(BUNDLE, {"lot": to_global_id("Lot", lot.pk), **more}, actor=actor)
    return result.errors[0]["extensions"]["code"] if result.errors else data_of(result)["lotProofBundle"]


def data_of(result: Any) -> Any:
    assert result.errors is None
    return result.data


def test_roots_and_keys_are_everybodys(execute: Execute) -> None:
    event(make_lot(), MONDAY, "một")
    close_days(now=MONDAY + 2 * DAY)
    query = """{ traceKeys { key public isInUse endorsement }
      traceRoots(first: 5) { edges { node { day size root previous statement signature key { key } } } } }"""
    data = data_of(execute(query))
    newest, oldest = (edge["node"] for edge in data["traceRoots"]["edges"])
    assert (newest["day"], newest["size"], oldest["size"]) == ("2026-09-08", 0, 1)
    assert oldest["previous"] is None
    assert len(newest["previous"]) == 64
    assert [oldest["statement"]] == list(DailyRoot.objects.filter(size=1).values_list("statement", flat=True))
    assert [key["isInUse"] for key in data["traceKeys"]] == [True]
    assert newest["key"]["key"] == data["traceKeys"][0]["key"]


def test_who_is_given_a_bundle(execute: Execute) -> None:
    lot = make_lot()
    event(lot, timezone.now(), "một")
    packer = make_member(lot.seller, role=MemberRole.PACKER)
    callers = {
        "buyer": (make_user(), None),
        "other seller": (make_member(make_seller()), None),
        "staff without the right": (make_expo_officer(), None),
        "own packer": (packer, 1),
        "authority": (make_user(staff_roles=[StaffRole.AUTHORITY.value]), 1),
    }
    for who, (actor, events) in callers.items():
        found = asked(execute, lot, actor)
        assert (found and found["events"]) == events, who
    assert asked(execute, lot, None) == "UNAUTHENTICATED"
    assert asked(execute, lot, packer)["sealed"] == 0
    assert "/trace-bundles/" in asked(execute, lot, packer, buyers=True)["url"]


def test_an_id_of_something_else_is_said_to_be_none(execute: Execute) -> None:
    result = execute(BUNDLE, {"lot": to_global_id("Lot", "7")}, actor=make_user())
    assert result.errors is not None
    assert result.errors[0]["extensions"]["code"] == "BAD_ID"
