"""Who asks too much waits, in their own language, and nobody else does."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from marketplace.accounts.tokens.issue import issue_tokens
from marketplace.doors import request_rate
from marketplace.doors.request_rate import COUNTS, MOST_CALLERS, SHARED, Counts
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
FAR = "203.0.113.50"


@pytest.fixture(autouse=True)
def few(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(request_rate, "time", lambda: 1_800_000_030.0)  # no minute ends in the middle of a test
    settings.REQUESTS_PER_MINUTE = 10
    settings.TRUSTED_PROXIES = ("127.0.0.0/8",)
    COUNTS.clear()
    yield
    COUNTS.clear()


def statuses(client: Client, path: str, times: int, ip: str = FAR, **options: Any) -> list[int]:
    return [client.get(path, REMOTE_ADDR=ip, **options).status_code for _ in range(times)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "too many requests"),
        ("nl", "te veel verzoeken"),
        ("vi", "quá nhiều yêu cầu"),
        ("ja", "アクセスが多すぎます"),
    ],
)
def test_a_page_says_so_and_when_to_come_back(client: Client, language: str, words: str) -> None:
    assert 429 not in statuses(client, f"/{language}/eu/sign-in", 10)
    refused = client.get(f"/{language}/eu/sign-in", REMOTE_ADDR=FAR)
    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert refused["Content-Language"] == language
    assert refused["X-Frame-Options"] == "DENY"
    assert refused["Cache-Control"] != "public"
    assert words in refused.content.decode().lower()


def test_programs_are_told_as_json(client: Client) -> None:
    assert statuses(client, "/graphql/?query={__typename}", 10) == [200] * 10
    refused = client.get("/graphql/?query={__typename}", REMOTE_ADDR=FAR)
    assert (refused.status_code, refused["Retry-After"].isdigit()) == (429, True)
    (error,) = refused.json()["errors"]
    assert error["extensions"]["code"] == "TOO_MANY_REQUESTS"


def test_what_searches_or_changes_weighs_more(client: Client) -> None:
    assert statuses(client, "/en/eu/nowhere?q=gh%E1%BA%BF", 4) == [404] * 3 + [429]
    COUNTS.clear()
    assert [client.post("/theme", {"theme": "dark"}, REMOTE_ADDR=FAR).status_code for _ in range(3)] == [302, 302, 429]


def test_one_caller_is_no_other(client: Client) -> None:
    assert statuses(client, "/en/eu/nowhere", 11)[-1] == 429
    assert statuses(client, "/en/eu/nowhere", 1, ip="203.0.113.51") == [404]
    inside_one_subscriber = [f"2001:db8:7:1::{number:x}" for number in range(1, 12)]
    assert [client.get("/en/eu/nowhere", REMOTE_ADDR=ip).status_code for ip in inside_one_subscriber][-1] == 429
    assert statuses(client, "/en/eu/nowhere", 1, ip="2001:db8:7:2::1") == [404]


def test_a_made_up_header_makes_nobody_another(client: Client) -> None:
    answers = [
        client.get("/en/eu/nowhere", REMOTE_ADDR=FAR, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}").status_code
        for number in range(11)
    ]
    assert answers[-1] == 429


def test_callers_behind_our_proxy_are_told_apart(client: Client) -> None:
    for number in range(12):
        through = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": f"198.51.100.{number}"}
        assert client.get("/en/eu/nowhere", **through).status_code == 404  # type: ignore[arg-type]


def test_who_signed_in_is_counted_as_a_person(client: Client) -> None:
    token = issue_tokens(make_user()).access
    headers = {"Authorization": f"Bearer {token}"}
    assert statuses(client, "/graphql/?query={__typename}", 11, headers=headers)[-1] == 429
    assert statuses(client, "/graphql/?query={__typename}", 1) == [200], "their neighbours are not"
    forged = {"Authorization": f"Bearer {token[:-4]}AAAA"}
    COUNTS.clear()
    assert statuses(client, "/graphql/?query={__typename}", 11, headers=forged)[-1] == 429, "a forgery is nobody new"
    assert statuses(client, "/graphql/?query={__typename}", 1) == [429]


def test_a_halls_network_may_more_and_files_and_health_are_not_counted(client: Client, settings: Any) -> None:
    settings.SHARED_NETWORKS = ("203.0.113.0/24",)
    assert set(statuses(client, "/en/eu/nowhere", 10 * SHARED)) == {404}
    assert statuses(client, "/en/eu/nowhere", 1) == [429]
    assert statuses(client, "/health", 30) == [200] * 30
    assert statuses(client, "/static/nothing.css", 30) == [404] * 30
    assert statuses(client, "/en/eu/nowhere", 30, ip="127.0.0.1") == [404] * 30, "this machine itself"


def test_a_new_window_begins_anew_and_memory_has_an_end() -> None:
    counts = Counts()
    assert counts.add("a", 7, 600.0) == (7, 60)
    assert counts.add("a", 7, 659.0) == (14, 1)
    assert counts.add("a", 7, 660.0) == (7, 60)
    for number in range(MOST_CALLERS + 10):
        counts.add(str(number), 1, 661.0)
    assert len(counts._used) <= MOST_CALLERS
