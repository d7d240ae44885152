"""Events written back: with one context, or their own where prefixes mean two things."""

from datetime import UTC, datetime

import pytest

from catalog.traceability.epcis.documents.read_document import read_document
from catalog.traceability.epcis.documents.write_document import document_of, in_one_context
from catalog.traceability.epcis.hash.event_hash import event_hash
from catalog.traceability.epcis.rights.viewer import Viewer
from tests.factories.epcis import CONTEXT, STANDARD, make_event
from tests.factories.sellers import make_seller

NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)


@pytest.mark.django_db
def test_what_is_written_can_be_read_again_and_says_the_same() -> None:
    seller = make_seller()
    events = [make_event(seller, **{"ex:wood": "ash"}), make_event(seller, ilmd={"ex:area": 2.5})]
    document = document_of(events, Viewer.of_sellers([seller.pk]), now=NOW)
    assert document["creationDate"] == "2026-11-22T05:00:00.000Z"
    assert document["@context"] == CONTEXT
    read = read_document(document)
    assert [event_hash(event, read.context) for event in read.events] == [event.event_hash for event in events]
    assert [event["eventID"] for event in read.events] == [event.event_id for event in events]
    assert all("@context" not in event for event in read.events)


def test_a_prefix_that_means_another_thing_stays_with_its_event() -> None:
    first = {"@context": [STANDARD, {"ex": "https://a.example/"}], "ex:no": 1}
    other = {"@context": [STANDARD, {"ex": "https://b.example/"}], "ex:no": 1}
    context, listed = in_one_context([first, other, first])
    assert context[1] == {"ex": "https://a.example/"}
    assert [event_hash({"type": "ObjectEvent", **event}, context) for event in listed] == [
        event_hash({"type": "ObjectEvent", **event}) for event in (first, other, first)
    ]


def test_without_prefixes_there_is_the_standard_context_alone() -> None:
    assert in_one_context([{"type": "ObjectEvent", "@context": STANDARD}]) == ([STANDARD], [{"type": "ObjectEvent"}])
