"""The official examples of EPCIS 2.0, captured over HTTP, read back by id, and equal to what they were."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from catalog.traceability.epcis.capture.work import capture_waiting
from catalog.traceability.epcis.hash.pre_hash import pre_hash
from catalog.traceability.epcis.namespaces import prefixes_of
from marketplace.accounts.tokens import issue_tokens
from tests.factories.sellers import make_member, make_seller

EXAMPLES = Path(__file__).parents[6] / "shared/data/epcis/examples"
SET_BY_THE_SERVER = ("eventID", "recordTime", "@context")


def normal(value: Any, prefixes: dict[str, str]) -> Any:
    """With prefixes written out, and lists in one order: order says nothing in an event's lists."""
    if isinstance(value, dict):
        return {expanded(key, prefixes): normal(part, prefixes) for key, part in value.items() if key != "@context"}
    if isinstance(value, list):
        return sorted((normal(part, prefixes) for part in value), key=lambda part: json.dumps(part, sort_keys=True))
    return expanded(value, prefixes) if isinstance(value, str) else value


def expanded(text: str, prefixes: dict[str, str]) -> str:
    prefix, colon, local = text.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else text


def facts(event: dict[str, Any], context: Any) -> Any:
    kept = {key: value for key, value in event.items() if key not in SET_BY_THE_SERVER}
    return normal(kept, prefixes_of(context, event.get("@context")))


def events_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    body = document["epcisBody"]
    found: list[dict[str, Any]] = body.get("eventList") or body["queryResults"]["resultsBody"]["eventList"]
    return found


@pytest.mark.django_db
def test_every_official_example_comes_back_as_it_was(client: Client) -> None:
    if not EXAMPLES.exists():
        pytest.skip("only on a machine with the official examples beside the checkout")
    files = sorted(EXAMPLES.glob("*.jsonld"))
    assert len(files) >= 9
    read_back = 0
    for file in files:
        # The examples repeat each other's events, which one seller may capture once.
        token = issue_tokens(make_member(make_seller())).access
        headers = {"Authorization": f"Bearer {token}", "GS1-EPC-Format": "Never_Translates"}
        accepted = client.post("/epcis/capture", file.read_bytes(), "application/ld+json", headers=headers)
        assert accepted.status_code == 202, file.name
        capture_waiting()
        job = client.get(accepted["Location"].partition("/epcis/")[2].join(["/epcis/", ""]), headers=headers).json()
        assert (job["running"], job["success"], job["errors"]) == (False, True, []), file.name
        document = json.loads(file.read_text(encoding="utf-8"))
        for event in events_of(document):
            answered = client.get(f"/epcis/events/{quote(event['eventID'], safe='')}", headers=headers)
            assert answered.status_code == 200, file.name
            back = answered.json()
            same = [one for one in events_of(back) if ("errorDeclaration" in one) == ("errorDeclaration" in event)]
            assert len(same) == 1
            assert same[0]["eventID"] == event["eventID"]
            assert pre_hash(same[0], back["@context"]) == pre_hash(event, document["@context"])
            assert facts(same[0], back["@context"]) == facts(event, document["@context"])
            read_back += 1
    assert read_back >= 13
