"""What is in a bundle for whom, and that nothing withheld can be found out from the rest."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.hash.event_hash import event_hash
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.identity.uris import party_uri
from catalog.traceability.proof.bundle.link import BadBundleLink, bundle_url, may_have_bundle, open_bundle
from catalog.traceability.proof.bundle.lot_events import lot_events
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.verifier.check_bundle import check_bundle
from catalog.traceability.step_kind import StepKind
from tests.catalog.traceability.proof.bundle.traced_lot import WOOD, Traced, bundle_of, files_of
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_step

pytestmark = pytest.mark.django_db


def outcome(files: dict[str, bytes], kept: bytes | None = None) -> dict[str, set[bool | None]]:
    found: dict[str, set[bool | None]] = {}
    for finding in check_bundle(files, kept):
        found.setdefault(finding.check, set()).add(finding.holds)
    return found


def events(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return list(json.loads(files["epcis.json"])["events"])


def test_the_sellers_own_bundle_is_whole_and_all_of_it_holds(traced: Traced) -> None:
    files = files_of(traced.whole)
    found = outcome(files)
    assert {"HASH", "INCLUDED", "FILE", "ROOT", "KEY", "SIGNED", "LISTED", "READABLE"} <= set(found)
    assert all(holds == {True} for holds in found.values()), found
    own = {event.event_hash for event in EpcisEvent.objects.filter(seller=traced.lot.seller)}
    assert {event_hash(event) for event in events(files)} == own
    assert sum("errorDeclaration" in event for event in events(files)) == 1
    assert json.loads(files["manifest.json"])["lot"]["number"] == traced.lot.number


def test_a_buyers_bundle_says_nothing_of_partners_and_is_proven_all_the_same(traced: Traced) -> None:
    files = files_of(traced.for_buyers)
    found = outcome(files)
    assert found["INCLUDED"] == found["PARTLY"] == found["READABLE"] == {True}
    everything = b"".join(content for name, content in files.items() if name.endswith(".json"))
    for secret in (party_uri(traced.party), WOOD, "PO-7781", "106.654321"):
        assert secret.encode() not in everything
        assert secret.encode() in b"".join(files_of(traced.whole).values())
    assert {event["bizStep"] for event in events(files)} == {"creating_class_instance", "packing", "inspecting"}
    assert "receiving" in {event["bizStep"] for event in events(files_of(traced.whole))}


def test_no_hash_of_an_event_is_told_from_which_a_withheld_field_could_be_guessed(traced: Traced) -> None:
    files = files_of(traced.for_buyers)
    everything = b"".join(content for name, content in files.items() if name.endswith(".json"))
    shown = {event_hash(event) for event in events(files)}
    for event in EpcisEvent.objects.filter(seller=traced.lot.seller):
        told = event.event_hash.encode() in everything
        assert told == (event.event_hash in shown), event
    assert "correctiveEventIDs" not in json.dumps(events(files))
    assert any("errorDeclaration" in event for event in events(files))


def test_kept_roots_are_compared(traced: Traced) -> None:
    files = files_of(traced.whole)
    roots = json.loads(files["roots.json"])["roots"]
    keys = json.loads(files["keys.json"])["keys"]
    assert outcome(files, json.dumps({"roots": roots, "keys": keys}).encode())["KEPT"] == {True}
    other = [{**roots[0], "statement": re.sub(r'"size":\d+', '"size":99', roots[0]["statement"])}, *roots[1:]]
    assert False in outcome(files, json.dumps({"roots": other, "keys": keys}).encode())["KEPT"]
    foreign = [{**keys[0], "public": "0" * 64}]
    assert outcome(files, json.dumps({"roots": roots, "keys": foreign}).encode())["KEPT_KEY"] == {False}
    assert outcome(files, json.dumps({"roots": roots[:1]}).encode())["KEPT"] == {True, None}
    assert outcome(files, json.dumps(roots[0]).encode())["KEPT"] == {True, None}
    assert outcome(files, b"{}}")["KEPT_FILE"] == {False}


def test_an_event_of_today_is_said_to_be_not_proven_yet(traced: Traced) -> None:
    make_step(traced.lot, title="Vừa ghi")
    assert outcome(files_of(bundle_of(traced.lot)))["INCLUDED"] == {True, None}


def test_who_may_have_a_bundle(traced: Traced) -> None:
    stranger, partner = make_seller(), make_seller()
    traced.party.account = partner
    traced.party.save(update_fields=["account"])
    make_step(traced.lot, title="Gửi đi", kind=StepKind.SHIPPING, party=traced.party)
    seller = traced.lot.seller_id
    rights = {
        "anonymous": (Viewer.public(), False),
        "own": (Viewer.of_sellers([seller]), True),
        "stranger": (Viewer.of_sellers([stranger.pk]), False),
        "partner": (Viewer.of_sellers([partner.pk]), True),
        "authority": (Viewer(is_authority=True), True),
    }
    assert {who: may_have_bundle(traced.lot, viewer) for who, (viewer, _may) in rights.items()} == {
        who: may for who, (_viewer, may) in rights.items()
    }


def test_a_partner_gets_what_partners_see(traced: Traced) -> None:
    partner = make_seller()
    traced.party.account = partner
    traced.party.save(update_fields=["account"])
    own = make_step(traced.lot, title="Gửi đi", kind=StepKind.SHIPPING, party=traced.party).event
    assert own is not None
    found, shown = lot_events(traced.lot, Reader(Viewer.of_sellers([partner.pk])))
    assert own.pk in shown
    assert all(event.audience != Audience.OWNER for event in found)


def test_a_link_opens_for_an_hour_and_no_longer_and_is_not_to_be_made_up(traced: Traced) -> None:
    now = timezone.now()
    url = bundle_url(traced.lot, Reader(Viewer.of_sellers([traced.lot.seller_id])), now=now)
    answer = Client().get(url.partition("/trace-bundles/")[1] + url.rpartition("/")[2])
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file is streamed
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert outcome(files_of(content))["SIGNED"] == {True}
    token = url.rpartition("/")[2]
    with pytest.raises(BadBundleLink):
        open_bundle(token, now=now + timedelta(hours=1, minutes=1))
    for made_up in ("x", token[:-1] + "~", signing.dumps([1, 2], salt="catalog.proof_bundle")):
        assert Client().get(f"/trace-bundles/{made_up}").status_code == 404


def test_roots_and_the_program_are_published(traced: Traced) -> None:
    client = Client()
    answer = client.get("/.well-known/trace-roots")
    roots = answer.json()["roots"]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert outcome(files_of(traced.whole), answer.content)["KEPT"] == {True}
    day = json.loads(roots[0]["statement"])["day"]
    assert client.get(f"/.well-known/trace-roots/{day}.json").json() == roots[0]
    assert client.get("/.well-known/trace-roots", {"before": day}).json()["roots"] == []
    program = client.get("/.well-known/trace-roots/verify.py").content
    assert program == files_of(traced.whole)["verify.py"]
    for wrong in ("/.well-known/trace-roots/2020-01-01.json", "/.well-known/trace-roots/yesterday.json",
                  "/.well-known/trace-roots?before=x"):  # fmt: skip
        assert client.get(wrong).status_code == 404
