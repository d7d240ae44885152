"""What the REST interface answers with: events in pages, resources, named queries, formats, refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.rest.answer import answer
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.viewer import Viewer, viewer_of
from catalog.traceability.epcis.words import WORDS
from catalog.traceability.http import RestAnswer, RestRequest
from marketplace.accounts.models import User
from tests.catalog.traceability.epcis.query.made_events import LOTS, NS, PIECES, PLACES, World, make_world

pytestmark = pytest.mark.django_db
STEP = "https://words.example/step/carving"


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        made = make_world(30)
        assert made.manager and made.packer and made.rival  # members from the start, not from the first test that asks
        yield made
        transaction.set_rollback(True)


def ask(
    path: str,
    user: User | None = None,
    *,
    method: str = "GET",
    viewer: Viewer | None = None,
    body: Any = None,
    headers: Mapping[str, str] | None = None,
) -> RestAnswer:
    """``path`` may have a query; names of headers are in small letters."""
    parts = urlsplit(path)
    return answer(
        RestRequest(
            method=method,
            path=f"/epcis{parts.path}",
            query={name: tuple(values) for name, values in parse_qs(parts.query, keep_blank_values=True).items()},
            headers={"content-type": "application/json", **(headers or {})},
            body=b"" if body is None else json.dumps(body).encode(),
            viewer=viewer or viewer_of(user),
            user=user,
            origin="https://market.example",
            query_string=parts.query,
        )
    )


def told(given: RestAnswer) -> Any:
    return json.loads(given.body)


def events_in(given: RestAnswer) -> list[dict[str, Any]]:
    assert given.status == 200, given.body
    listed: list[dict[str, Any]] = told(given)["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    return listed


def following(given: RestAnswer) -> str | None:
    """The path of the next page, as the Link says it."""
    link = given.headers.get("Link")
    return link and link.removeprefix("<https://market.example/epcis").partition(">")[0]


def test_events_come_as_a_query_document(world: World) -> None:
    given = ask("/events?EQ_action=ADD", world.manager)
    document = told(given)
    assert given.headers["Content-Type"] == "application/json" and given.headers["GS1-EPCIS-Version"] == "2.0.0"
    assert document["type"] == "EPCISQueryDocument" and document["@context"][1] == {"ex": NS}
    assert document["epcisBody"]["queryResults"]["queryName"] == "SimpleEventQuery"
    assert events_in(given) and all(event["action"] == "ADD" and event["recordTime"] for event in events_in(given))
    as_ld = ask("/events?perPage=1", world.manager, headers={"accept": "application/ld+json"})
    assert as_ld.headers["Content-Type"] == "application/ld+json"


@pytest.mark.parametrize(
    "order",
    [
        "", "orderBy=eventTime", "orderBy=recordTime&orderDirection=ASC", f"orderBy={quote(NS)}batch",
        "orderBy=ex:dried&orderDirection=ASC",
    ],
)  # fmt: skip
def test_pages_show_every_event_once_and_in_order(world: World, order: str) -> None:
    extensions = {"gs1-extensions": f"ex={NS}"}
    path: str | None = f"/events?{order}&perPage=7"
    seen: list[dict[str, Any]] = []
    while path:
        given = ask(path, world.manager, headers=extensions)
        seen += events_in(given)
        path = following(given)
        assert (path is None) == ("GS1-Next-Page-Token-Expires" not in given.headers)
    whole = events_in(ask(f"/events?{order}&perPage=1000", world.manager, headers=extensions))
    assert [event["eventID"] for event in seen] == [event["eventID"] for event in whole]
    assert len(seen) == readable_events(viewer_of(world.manager)).count()
    if order.startswith("orderBy=eventTime"):
        times = [event["eventTime"] for event in seen]
        assert times == sorted(times, reverse=True)
    if "batch" in order:
        said = [event.get("ex:batch") for event in seen if "ex:batch" in event]
        assert said == sorted(said, key=lambda one: (isinstance(one, int), str(one)), reverse=True)


def test_a_page_costs_as_many_statements_as_any_other(world: World) -> None:
    query = "EQ_bizStep=shipping|packing|receiving|inspecting&EQ_source_owning_party=urn:epc:id:pgln:8931234.56789"
    counts = []
    for size in (1, 20):
        with CaptureQueriesContext(
            connection,
        ) as statements:
            ask(f"/events?{query}&perPage={size}", viewer=Viewer.of_sellers([world.own.pk]))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 5


def test_limits_on_how_many(world: World) -> None:
    first = ask("/events?orderBy=eventTime&eventCountLimit=5&perPage=3", world.manager)
    second = ask(following(first) or "", world.manager)
    assert (len(events_in(first)), len(events_in(second)), following(second)) == (3, 2, None)
    assert ask("/events?maxEventCount=2", world.manager).status == 413
    assert "QueryTooLarge" in told(ask("/events?maxEventCount=2", world.manager))["type"]
    assert len(events_in(ask("/events?maxEventCount=1000&perPage=1000", world.manager))) > 20


def test_queries_that_say_nothing_sensible_are_refused(world: World) -> None:
    for query, kind in {
        "EQ_nothing=1": "QueryParameter", "GE_eventTime=yesterday": "QueryParameter",
        "EQ_bizStep=flying": "QueryParameter",
        "eventCountLimit=3": "QueryParameter", "orderBy=eventTime&eventCountLimit=3&maxEventCount=3": "QueryParameter",
        "orderBy=eventTime&orderDirection=UP": "QueryParameter",
        "perPage=0": "QueryParameter", "perPage=x": "QueryParameter",
        "EQ_unknown:batch=1": "QueryParameter", "GT_quantity=many": "QueryParameter", "MATCH_epc=": "QueryParameter",
        "GE_eventTime=2026-01-01T00:00:00Z&GE_eventTime=2026-01-01T00:00:00Z": "QueryParameter",
        "nextPageToken=abc": "QueryParameter", "orderBy=colour": "QueryParameter", "EQ_action=BURN": "QueryParameter",
        "EXISTS_errorDeclaration=maybe": "QueryParameter", "MATCH_epc=a%00b": "QueryParameter",
        "MATCH_epc=" + "|".join(f"urn:x:{n}" for n in range(501)): "QueryTooComplex",
        "&".join(f"EQ_INNER_cbv:f{n}=1" for n in range(9)): "QueryTooComplex",
        "&".join(f"EQ_cbv:f{n}=1" for n in range(41)): "QueryTooComplex",
        "EQ_eventID=" + "x" * 17000: "URITooLong",
    }.items():  # fmt: skip
        given = ask(f"/events?{query}", world.manager)
        assert f"epcisException:{kind}Exception" == told(given)["type"], query
        assert given.status == {"QueryTooComplex": 413, "URITooLong": 414}.get(kind, 400), query
        assert given.headers["Content-Type"] == "application/problem+json"


def test_a_token_is_for_its_query_and_its_asker_alone(world: World) -> None:
    token = parse_qs(urlsplit(following(ask("/events?perPage=3", world.manager)) or "").query)["nextPageToken"][0]
    for path, user in (
        (f"/events?nextPageToken={token}&EQ_action=ADD", world.manager),
        (f"/events?nextPageToken={token}", world.rival),
        (f"/events?nextPageToken={token}", None), (f"/epcs?nextPageToken={token}", world.manager),
        (f"/events?nextPageToken={token[:-2]}xx", world.manager),
    ):  # fmt: skip
        assert ask(path, user).status == 400, path
    assert ask(f"/nextPageToken/{quote(token)}", method="DELETE").status == 204
    assert ask("/nextPageToken/abc", method="DELETE").status == 404


def test_resources_lead_to_their_events(world: World) -> None:
    assert set(told(ask("/"))["member"]) >= {"events", "epcs", "queries", "capture"}
    expected = {
        "eventTypes": "TransformationEvent", "bizSteps": STEP, "dispositions": "in_transit",
        "epcs": canonical_uri(PIECES[0]), "bizLocations": canonical_uri(PLACES[0]),
        "readPoints": canonical_uri(PLACES[1]),
    }  # fmt: skip
    for name, member in expected.items():
        listed = told(ask(f"/{name}?perPage=1000", world.manager))
        assert listed["type"] == "Collection" and member in listed["member"], name
        assert len(set(listed["member"])) == len(listed["member"])
        below = f"/{name}/{quote(member, safe='')}"
        assert told(ask(below, world.manager))["member"] == ["events"]
        assert events_in(ask(f"{below}/events", world.manager)), name
        narrowed = events_in(ask(f"{below}/events?EQ_action=ADD", world.manager))
        assert all(event.get("action") == "ADD" for event in narrowed)
        assert ask(f"/{name}/{quote('urn:x:nobody', safe='')}", world.manager).status == 404
        assert ask(f"/{name}/nonsense/events", world.manager).status == 404
    assert canonical_uri(LOTS[0]) in told(ask("/epcs?perPage=1000", world.manager))["member"]
    assert set(WORDS["BizStep"]) <= set(told(ask("/bizSteps?perPage=1000"))["member"])
    twice = "/bizSteps/shipping/events?EQ_bizStep=shipping"
    assert ask(twice, world.manager).status == 400


def test_resources_come_in_pages(world: World) -> None:
    for name in ("epcs", "bizSteps", "readPoints", "eventTypes"):
        whole, seen, path = told(ask(f"/{name}?perPage=1000", world.manager))["member"], [], f"/{name}?perPage=3"
        while path:
            given = ask(path, world.manager)
            seen += told(given)["member"]
            path = following(given) or ""
        assert seen == whole, name


def test_resources_name_nothing_that_is_kept_from_the_asker(world: World) -> None:
    """Own read points are for the chain (a rule of the seller's), inputs for the chain too (by default)."""
    for viewer in (Viewer.public(), Viewer.of_sellers([world.stranger.pk])):
        shown = [document for _, document in world.documents[viewer]]
        places = {canonical_uri(one["readPoint"]["id"]) for one in shown if "readPoint" in one}
        assert set(told(ask("/readPoints?perPage=1000", viewer=viewer))["member"]) == places
        steps = {one["bizStep"] for one in shown if ":" in one.get("bizStep", "")}
        assert set(told(ask("/bizSteps?perPage=1000", viewer=viewer))["member"]) - WORDS["BizStep"] == steps
        things: set[str] = set()
        for one in shown:
            for key in ("epcList", "childEPCs", "inputEPCList", "outputEPCList"):
                things |= set(map(canonical_uri, one.get(key, [])))
            for key in ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"):
                things |= {canonical_uri(quantity["epcClass"]) for quantity in one.get(key, [])}
            things |= {canonical_uri(one["parentID"])} if "parentID" in one else set()
        assert set(told(ask("/epcs?perPage=1000", viewer=viewer))["member"]) == things


def test_identifiers_come_in_the_form_asked_for(world: World) -> None:
    path = f"/events?MATCH_epc={quote(PIECES[0])}&perPage=5"
    as_links = events_in(ask(path, world.manager))
    assert all(epc.startswith("https://") for event in as_links for epc in event.get("epcList", []))
    as_came = events_in(ask(path, world.manager, headers={"gs1-epc-format": "Never_Translates"}))
    lists = [event.get("epcList") or event.get("childEPCs") or [] for event in as_came]
    assert any(epc.startswith("urn:epc:id:") for listed in lists for epc in listed)
    assert ask(path, world.manager, headers={"gs1-epc-format": "As_You_Like"}).status == 406


def test_urns_are_written_where_the_company_prefix_is_known(world: World) -> None:
    from django.utils import timezone

    from catalog.traceability.identity.company_prefix import CompanyPrefix

    path, format_ = "/epcs?perPage=1000", {"gs1-epc-format": "Always_EPC_URN"}
    assert not any(uri.startswith("urn:epc:") for uri in told(ask(path, world.manager, headers=format_))["member"])
    CompanyPrefix.objects.create(seller=world.own, prefix="8931234", verified_at=timezone.now())
    listed = told(ask(path, world.manager, headers=format_))["member"]
    assert {*PIECES, LOTS[0], LOTS[2]} <= set(listed)
    assert {canonical_uri(uri) for uri in listed} == set(told(ask(path, world.manager))["member"])


def test_versions_are_negotiated(world: World) -> None:
    for headers, status in (
        ({"gs1-epcis-min": "1.2", "gs1-epcis-max": "2.0"}, 200), ({"gs1-epcis-max": "1.2"}, 406),
        ({"gs1-epcis-min": "2.1"}, 406), ({"gs1-cbv-max": "1.2.2"}, 406), ({"gs1-cbv-min": "two"}, 406),
        ({"accept": "application/xml"}, 406), ({"accept": "application/ld+json;q=0.3, text/html"}, 200),
    ):  # fmt: skip
        given = ask("/events?perPage=1", world.manager, headers=headers)
        assert given.status == status, headers
    announced = ask("/events", method="OPTIONS")
    assert (
        announced.status == 204
        and announced.headers["GS1-EPCIS-Max"] == "2.0.0"
        and "GET" in announced.headers["Allow"]
    )


def test_named_queries_are_kept_asked_and_forgotten(world: World) -> None:
    query = {"@context": [{"ex": NS}], "EQ_ex:batch": ["m1"], "eventType": ["ObjectEvent", "TransactionEvent"]}
    made = ask("/queries", world.manager, method="POST", body={"name": "lo-m1", "query": query})
    assert made.status == 201 and made.headers["Location"] == "https://market.example/epcis/queries/lo-m1"
    assert ask("/queries", world.manager, method="POST", body={"name": "lo-m1", "query": query}).status == 409
    assert told(ask("/queries", world.manager)) == [{"name": "lo-m1", "query": query}]
    assert told(ask("/queries/lo-m1", world.packer)) == {"name": "lo-m1", "query": query}
    found = ask("/queries/lo-m1/events?perPage=1000", world.manager)
    assert told(found)["epcisBody"]["queryResults"]["queryName"] == "lo-m1"
    adhoc = "/events?EQ_ex:batch=m1&eventType=ObjectEvent|TransactionEvent"
    same = ask(adhoc, world.manager, headers={"gs1-extensions": f"ex={NS}"})
    assert events_in(found) == events_in(same)
    assert ask("/queries/lo-m1", world.manager, method="DELETE").status == 204
    assert ask("/queries/lo-m1", world.manager).status == 404
    ours = ask("/queries", world.manager, method="POST", body={"name": "lô-m2", "query": {}})
    assert ours.headers["Location"].isascii()
    assert ask(ours.headers["Location"].partition("/epcis")[2], world.manager).status == 200


def test_named_queries_are_their_sellers_own(world: World) -> None:
    body = {"name": "mine", "query": {"EQ_action": ["ADD"]}}
    for user, status in ((None, 401), (world.packer, 403), (world.manager, 201), (world.rival, 201)):
        assert ask("/queries", user, method="POST", body=body).status == status
    for user, status in ((None, 401), (world.rival, 200)):
        for path in ("/queries", "/queries/mine", "/queries/mine/events"):
            assert ask(path, user).status == status, path
    own = {event["eventID"] for event in events_in(ask("/queries/mine/events?perPage=1000", world.manager))}
    other = {event["eventID"] for event in events_in(ask("/queries/mine/events?perPage=1000", world.rival))}
    assert own - other, "each asker reads with their own rights"
    for user, status in ((None, 401), (world.packer, 403), (world.rival, 204), (world.rival, 404)):
        assert ask("/queries/mine", user, method="DELETE").status == status
    assert ask("/queries/mine", world.manager).status == 200


def test_queries_that_could_not_be_asked_are_not_kept(world: World) -> None:
    for body, status in (
        ({"name": "a b", "query": {}}, 400), ({"name": "SimpleEventQuery", "query": {}}, 400), ({"name": "a"}, 400),
        ({"name": "a", "query": []}, 400), ({"name": "a", "query": {"EQ_x": 1}}, 400), ([], 400), ("x", 400),
        ({"name": "a", "query": {"EQ_action": ["BURN"]}}, 400), ({"name": 7, "query": {}}, 400),
        ({"name": "a", "query": {"@context": 5}}, 400),
        ({"name": "a", "query": {"EQ_eventID": ["urn:\ud800"]}}, 400),
        ({"name": "a", "query": {"@context": {"ex": "urn:\0"}}}, 400),
        ({"name": "a", "query": {"EQ_eventID": [{}]}}, 400),
        ({"name": "a", "query": {"EQ_eventID": ["urn:x:" + "y" * 990] * 40}}, 413),
    ):  # fmt: skip
        given = ask("/queries", world.manager, method="POST", body=body)
        assert given.status == status, body
    wrong = ask("/queries", world.manager, method="POST", body={}, headers={"content-type": "text/plain"})
    assert wrong.status == 415
    assert told(ask("/queries", world.manager)) == []
