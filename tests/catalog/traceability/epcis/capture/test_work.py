"""Capture jobs: all or nothing, as many as possible, and whatever happens to who works on them."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.traceability.epcis.capture import work
from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.capture.start_capture import MOST_WAITING, TooManyEvents, TooManyJobs, start_capture
from catalog.traceability.epcis.capture.work import LEASE, MOST_ATTEMPTS, MOST_ERRORS, capture_waiting, do_job
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.master_data.master_datum import MasterDatum
from catalog.traceability.epcis.rest.capture import job_document
from catalog.traceability.epcis.validate.problem import InvalidEvent
from marketplace.sellers.models import Seller
from tests.factories.epcis import epcis_document, event_document, make_event
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
PLACES = {
    "epcisMasterData": {
        "vocabularyList": [
            {
                "type": "urn:epcglobal:epcis:vtype:Location",
                "vocabularyElementList": [{"id": "urn:x:mill", "attributes": [{"id": "ex:name", "attribute": "Mill"}]}],
            }
        ]
    }
}
BAD = {"type": "ObjectEvent"}


def start(seller: Seller, document: Any, **options: Any) -> CaptureJob:
    body = json.dumps(document).encode()
    return start_capture(
        seller=seller, by=None, media_type="application/json", body=body, **{"most_events": 1000, **options}
    )


def done(job: CaptureJob) -> CaptureJob:
    assert capture_waiting() == 1
    job.refresh_from_db()
    return job


def test_a_good_document_is_captured_whole() -> None:
    job = start(make_seller(), epcis_document(*[event_document() for _ in range(3)], epcisHeader=PLACES))
    assert (job.is_running, job.is_success, job.event_count) == (True, True, 3)
    assert "finishedAt" not in job_document(job)
    job = done(job)
    assert (job.is_running, job.is_success, job.captured_count, bytes(job.body)) == (False, True, 3, b"")
    assert EpcisEvent.objects.filter(capture=job.pk, seller=job.seller).count() == 3
    assert MasterDatum.objects.filter(capture=job.pk).count() == 2
    assert job_document(job).keys() == {
        "captureID", "createdAt", "finishedAt", "running", "success", "captureErrorBehaviour", "errors",
    }  # fmt: skip
    assert capture_waiting() == 0


def test_rolling_back_keeps_nothing_of_a_document_with_one_wrong_event() -> None:
    job = start(make_seller(), epcis_document(event_document(), BAD, epcisHeader=PLACES))
    job = done(job)
    assert (job.is_running, job.is_success, job.captured_count) == (False, False, 0)
    assert {error["status"] for error in job.errors} == {400}
    assert job.errors[0]["detail"].startswith("/epcisBody/eventList/1/eventTime: ")
    assert not EpcisEvent.objects.exists()
    assert not MasterDatum.objects.exists()


def test_rolling_back_names_what_was_captured_before() -> None:
    seller = make_seller()
    document = event_document()
    make_event(seller, **document)
    job = done(start(seller, epcis_document(event_document(), document)))
    assert [(error["status"], error["detail"].split(":")[0]) for error in job.errors] == [
        (409, "/epcisBody/eventList/1")
    ]
    assert EpcisEvent.objects.count() == 1


def test_proceeding_keeps_what_is_right() -> None:
    seller = make_seller()
    document = event_document()
    make_event(seller, **document)
    events = [event_document(), BAD, document, event_document(), "nonsense"]
    job = done(start(seller, epcis_document(*events, epcisHeader=PLACES), error_behaviour="proceed"))
    assert (job.is_running, job.is_success, job.captured_count) == (False, False, 2)
    assert [error["detail"].split("/")[3].split(":")[0] for error in job.errors] == ["1", "1", "1", "2", "4"]
    assert EpcisEvent.objects.filter(capture=job.pk).count() == 2
    assert MasterDatum.objects.count() == 2


def test_the_first_errors_alone_of_very_many_are_kept() -> None:
    job = done(start(make_seller(), epcis_document(*[BAD] * 200), error_behaviour="proceed"))
    assert len(job.errors) == MOST_ERRORS


def test_a_document_of_no_events_is_done_at_once() -> None:
    for behaviour in ("rollback", "proceed"):
        job = done(start(make_seller(), epcis_document(), error_behaviour=behaviour))
        assert (job.is_running, job.is_success) == (False, True)


def test_who_dies_half_way_is_followed_by_another_that_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "AT_ONCE", 2)
    events = [event_document() for _ in range(5)]
    job = start(make_seller(), epcis_document(*events), error_behaviour="proceed")
    some = work._capture_some

    def die(of: CaptureJob, document: Any) -> None:
        if of.next_index:
            raise KeyboardInterrupt
        some(of, document)

    monkeypatch.setattr(work, "_capture_some", die)
    with pytest.raises(KeyboardInterrupt):
        capture_waiting()
    job.refresh_from_db()
    assert (job.is_running, job.next_index, EpcisEvent.objects.count()) == (True, 2, 2)
    assert capture_waiting() == 0, "it is still held"
    CaptureJob.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    monkeypatch.setattr(work, "_capture_some", some)
    job = done(job)
    assert (job.is_success, job.captured_count, EpcisEvent.objects.count()) == (True, 5, 5)


def test_a_document_that_nobody_survives_is_given_up() -> None:
    job = start(make_seller(), epcis_document(event_document()))
    CaptureJob.objects.update(attempts=MOST_ATTEMPTS, leased_until=timezone.now() - LEASE)
    job = done(job)
    assert (job.is_running, job.is_success, job.errors[0]["status"]) == (False, False, 500)


def test_doing_a_finished_rollback_again_cannot_double_anything() -> None:
    seller = make_seller()
    job = start(seller, epcis_document(event_document()))
    stale = CaptureJob.objects.select_related("seller").get(pk=job.pk)
    done(job)
    do_job(stale)
    job.refresh_from_db()
    assert (job.is_success, job.captured_count, EpcisEvent.objects.count()) == (True, 1, 1)


def test_what_is_too_much_or_no_document_makes_no_job() -> None:
    seller = make_seller()
    with pytest.raises(TooManyEvents):
        start(seller, epcis_document(event_document(), event_document()), most_events=1)
    with pytest.raises(InvalidEvent):
        start(seller, {"type": "EPCISDocument"})
    assert not CaptureJob.objects.exists()
    CaptureJob.objects.bulk_create(
        CaptureJob(seller=seller, media_type="application/json", body=b"", event_count=0) for _ in range(MOST_WAITING)
    )
    with pytest.raises(TooManyJobs):
        start(seller, epcis_document(event_document()))
