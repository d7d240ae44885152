"""The capturing half of the REST interface: what is answered to whom, and that what is refused changes nothing."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import pytest

from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.capture.work import capture_waiting
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.rest.answer import answer
from catalog.traceability.epcis.rest.capture_limits import CAPTURE_LIMIT
from catalog.traceability.epcis.rights.viewer import viewer_of
from catalog.traceability.http import RestAnswer
from marketplace.accounts.models import User
from tests.factories.accounts import make_operator, make_user
from tests.factories.epcis import CONTEXT, epcis_document, event_document, rest
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db
JSON = {"content-type": "application/json"}


def ask(
    method: str, path: str, user: User | None = None, body: Any = None, query: Any = None, **headers: str
) -> RestAnswer:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    raw = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
    return answer(
        rest(method, path, headers={**JSON, **sent}, body=raw, user=user, viewer=viewer_of(user), query=query or {})
    )


def told(answered: RestAnswer) -> Any:
    return json.loads(answered.body)


def path_of(location: str) -> str:
    return location.removeprefix("https://market.example/epcis")


def single(**overrides: Any) -> dict[str, Any]:
    return {"@context": CONTEXT, **event_document(**overrides)}


@pytest.fixture
def manager() -> User:
    return make_member(make_seller(), role="MANAGER")


def test_a_document_is_accepted_and_its_job_can_be_watched(manager: User) -> None:
    accepted = ask("POST", "/capture", manager, epcis_document(event_document()))
    assert (accepted.status, accepted.body) == (202, b"")
    path = path_of(accepted.headers["Location"])
    before = told(ask("GET", path, manager))
    assert (before["running"], before["success"], before["captureErrorBehaviour"]) == (True, True, "rollback")
    capture_waiting()
    after = told(ask("GET", path, manager))
    assert (after["running"], after["success"], after["errors"]) == (False, True, [])
    assert after["createdAt"] <= after["finishedAt"]
    assert told(ask("GET", "/capture", manager)) == [after]


def test_one_event_is_captured_at_once_and_found_where_it_is_said_to_be(manager: User) -> None:
    event = single(eventID="urn:uuid:0a1c/é?x=1".replace("é", "%C3%A9"))
    made = ask("POST", "/events", manager, event)
    assert made.status == 201
    assert told(made).items() >= event.items()
    read = ask("GET", path_of(made.headers["Location"]), manager)
    assert read.status == 200
    (found,) = told(read)["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    assert found["eventID"] == unquote(path_of(made.headers["Location"]).removeprefix("/events/"))
    again = ask("POST", "/events", manager, event)
    assert (again.status, told(again)["type"]) == (409, "epcisException:ResourceAlreadyExistsException")
    assert again.headers["Location"] == made.headers["Location"]


def test_an_event_is_answered_with_the_error_declarations_about_it(manager: User) -> None:
    event = single(eventID="urn:x:1")
    error = {"declarationTime": "2026-10-09T08:00:00+07:00", "reason": "did_not_occur"}
    ask("POST", "/events", manager, event)
    ask("POST", "/events", manager, {**event, "errorDeclaration": error})
    results = told(ask("GET", "/events/urn:x:1", manager))["epcisBody"]["queryResults"]
    assert results["queryName"] == "SimpleEventQuery"
    assert ["errorDeclaration" in one for one in results["resultsBody"]["eventList"]] == [False, True]


def test_nobody_declares_an_error_in_another_sellers_event(manager: User) -> None:
    event = single(eventID="urn:x:1")
    error = {"declarationTime": "2026-10-09T08:00:00+07:00", "reason": "did_not_occur"}
    other = make_member(make_seller(), role="MANAGER")
    ask("POST", "/events", manager, event, marketplace_audience="public")
    ask("POST", "/events", other, {**event, "errorDeclaration": error}, marketplace_audience="public")

    def seen(user: User | None) -> list[bool]:
        results = told(ask("GET", "/events/urn:x:1", user))["epcisBody"]["queryResults"]
        return ["errorDeclaration" in one for one in results["resultsBody"]["eventList"]]

    assert seen(None) == seen(manager) == [False]
    assert seen(other) == [False, True], "its own"


def test_who_may_capture_and_see_jobs() -> None:
    seller, other = make_seller(), make_seller()
    callers: dict[str, tuple[User | None, int, int]] = {
        "anonymous": (None, 401, 401),
        "buyer": (make_user(), 403, 404),
        "staff": (make_operator(), 403, 404),
        "another seller's manager": (make_member(other, role="MANAGER"), 403, 404),
        "packer": (make_member(seller, role="PACKER"), 403, 200),
        "manager": (make_member(seller, role="MANAGER"), 202, 200),
        "owner": (make_member(seller), 202, 200),
    }
    job = CaptureJob.objects.create(seller=seller, media_type="", body=b"", event_count=0)
    for who, (user, posted, seen) in callers.items():
        before = CaptureJob.objects.count()
        answered = ask("POST", "/capture", user, epcis_document(event_document()), marketplace_seller=str(seller.pk))
        assert answered.status == posted, who
        assert CaptureJob.objects.count() == before + (posted == 202), who
        single_posted = ask("POST", "/events", user, single(), marketplace_seller=str(seller.pk))
        assert single_posted.status == (201 if posted == 202 else posted), who
        assert ask("GET", f"/capture/{job.pk}", user).status == seen, who
        if posted in (401, 403):
            assert told(answered)["type"] == "epcisException:SecurityException"
    listed = {who: [one["captureID"] for one in told(ask("GET", "/capture", user))]
              for who, (user, _, _) in callers.items() if user is not None}  # fmt: skip
    assert {who for who, jobs in listed.items() if str(job.pk) in jobs} == {"packer", "manager", "owner"}
    assert set(EpcisEvent.objects.values_list("seller", flat=True)) == {seller.pk}


def test_a_manager_of_several_sellers_says_for_which(manager: User) -> None:
    second = make_seller()
    make_member(second, role="MANAGER", user=manager)
    document = epcis_document(event_document())
    assert ask("POST", "/capture", manager, document).status == 400
    for wrong in ("0", "x", "9" * 30, str(make_seller().pk)):
        assert ask("POST", "/capture", manager, document, marketplace_seller=wrong).status == 403
    assert ask("POST", "/capture", manager, document, marketplace_seller=str(second.pk)).status == 202
    assert CaptureJob.objects.get().seller == second


def test_nobody_reads_an_event_by_guessing_its_id(manager: User) -> None:
    ask("POST", "/events", manager, single(eventID="urn:x:chain"))
    ask("POST", "/events", manager, single(eventID="urn:x:public"), marketplace_audience="public")
    for user in (None, make_user(), make_member(make_seller())):
        hidden, public = ask("GET", "/events/urn:x:chain", user), ask("GET", "/events/urn:x:public", user)
        assert (hidden.status, public.status) == (404, 200)
        assert told(hidden) == told(ask("GET", "/events/urn:x:none", user))


REFUSED: Mapping[str, tuple[str, Any, Mapping[str, str], int, str]] = {
    "no body": ("/capture", b"", {}, 400, "Validation"),
    "no JSON": ("/capture", b"<epcis/>", {}, 400, "Validation"),
    "no document": ("/capture", {"type": "Letter"}, {}, 400, "Validation"),
    "no event": ("/events", single(bizStep="dancing"), {}, 400, "Validation"),
    "a document where one event goes": ("/events", epcis_document(event_document()), {}, 400, "Validation"),
    "another media type": ("/capture", b"a,b", {"content_type": "text/csv"}, 415, "UnsupportedMediaType"),
    "no media type": ("/events", single(), {"content_type": ""}, 415, "UnsupportedMediaType"),
    "an answer that is not to be had": ("/capture", epcis_document(), {"accept": "text/html"}, 406, "NotAcceptable"),
    "nothing of what there is": ("/events", single(), {"accept": "application/json;q=0"}, 406, "NotAcceptable"),
    "an older version": ("/events", single(), {"gs1_epcis_version": "1.2"}, 406, "NotAcceptable"),
    "a behaviour of none": ("/capture", epcis_document(), {"gs1_capture_error_behaviour": "all"}, 400, "Validation"),
    "an audience of none": ("/events", single(), {"marketplace_audience": "friends"}, 400, "Validation"),
    "too many events": ("/capture", epcis_document(*[{}] * (CAPTURE_LIMIT + 1)), {}, 413, "CaptureLimitExceeded"),
    "no such resource": ("/captures", epcis_document(), {}, 404, "NoSuchResource"),
    "an address without end": (f"/events/{'x' * 5000}", single(), {}, 414, "URITooLong"),
}  # fmt: skip


def test_what_is_refused_is_told_by_its_kind_and_keeps_nothing(manager: User) -> None:
    for name, (path, body, headers, status, kind) in REFUSED.items():
        answered = ask("POST", path, manager, body, **headers)
        problem = told(answered)
        assert (answered.status, problem["type"]) == (status, f"epcisException:{kind}Exception"), name
        assert problem["status"] == status
        assert problem["title"]
        assert answered.headers["Content-Type"] == "application/problem+json"
    assert not CaptureJob.objects.exists()
    assert not EpcisEvent.objects.exists()


def test_what_is_wrong_with_an_event_is_told_with_its_place(manager: User) -> None:
    problem = told(ask("POST", "/events", manager, single(bizStep="dancing", eventTime=None)))
    assert {error["pointer"] for error in problem["errors"]} == {"/bizStep", "/eventTime"}


def test_methods_and_options(manager: User) -> None:
    refused = ask("DELETE", "/capture", manager)
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD, OPTIONS, POST")
    announced = ask("OPTIONS", "/capture")
    assert (announced.status, announced.body) == (204, b"")
    assert announced.headers["GS1-EPCIS-Capture-Limit"] == str(CAPTURE_LIMIT)
    assert announced.headers["GS1-Capture-Error-Behaviour"] == "all"
    for name in ("Version", "Min", "Max"):
        assert announced.headers[f"GS1-EPCIS-{name}"] == announced.headers[f"GS1-CBV-{name}"] == "2.0.0"
    assert "GS1-Extensions" in announced.headers
    assert ask("GET", "/capture", manager).headers["GS1-EPCIS-Version"] == "2.0.0"


def test_jobs_come_in_pages(manager: User) -> None:
    made = [ask("POST", "/capture", manager, epcis_document()).headers["Location"][-36:] for _ in range(5)]
    seen, query = [], {"perPage": ("2",)}
    for _ in range(3):
        page = ask("GET", "/capture", manager, query=query)
        seen += [job["captureID"] for job in told(page)]
        link = page.headers.get("Link", "")
        if link:
            token = unquote(link.split("nextPageToken=")[1].split(">")[0])
            query = {"perPage": ("2",), "nextPageToken": (token,)}
    assert (seen, link) == (made[::-1], "")
    for wrong in ({"perPage": ("0",)}, {"perPage": ("x",)}, {"perPage": ("1", "2")}, {"nextPageToken": ("x",)}):
        assert told(ask("GET", "/capture", manager, query=wrong))["type"] == "epcisException:QueryParameterException"
    stranger = make_member(make_seller())
    assert ask("GET", "/capture", stranger, query=query).status == 400, "a token is of who was given it"


def test_an_unknown_job_is_not_found(manager: User) -> None:
    for key in ("x", "00000000-0000-4000-8000-000000000000"):
        assert ask("GET", f"/capture/{key}", manager).status == 404
