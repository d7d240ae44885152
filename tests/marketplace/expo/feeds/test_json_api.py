"""The JSON interface against a partner on this machine, over real HTTP."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from catalog.refusal import Refused
from marketplace.expo.feeds.json_api import client, feed
from marketplace.expo.feeds.json_api.feed import FEED
from marketplace.expo.imports.sources import create_source

FIRMS = [{"id": f"P-{n}", "name": f"Firm Ví Dụ {n}", "booths": [f"A{n:02d}"]} for n in range(1, 6)]


class Partner(ThreadingHTTPServer):
    answers: dict[str, tuple[int, bytes]]
    seen: list[tuple[str, str | None]]
    late: Event


class Answering(BaseHTTPRequestHandler):
    server: Partner

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers.get("Authorization")))
        if self.path.startswith("/slow"):
            self.server.late.wait(5)
        status, body = self.server.answers.get(self.path.partition("?")[2], (404, b""))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # nobody waits for it any more
            self.wfile.write(body)

    def log_message(self, *_about: Any) -> None:
        """Quiet."""


@pytest.fixture
def partner(settings: Any) -> Iterator[Partner]:
    settings.WEBHOOKS_MAY_LOOP_BACK = True
    server = Partner(("127.0.0.1", 0), Answering)
    server.seen, server.answers, server.late = [], {}, Event()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.late.set()
    server.shutdown()
    server.server_close()


def address(partner: Partner, path: str = "/fair") -> str:
    return f"http://127.0.0.1:{partner.server_address[1]}{path}"


def page(firms: list[Any], following: Any = None) -> tuple[int, bytes]:
    return 200, json.dumps({"exhibitors": firms, "next": following}).encode()


def test_pages_are_put_together_and_read(partner: Partner) -> None:
    partner.answers = {"limit=500": page(FIRMS[:3], "?limit=500&after=P-3"), "limit=500&after=P-3": page(FIRMS[3:])}
    table = FEED.read(FEED.fetch(address(partner), "s3cret"), {})
    assert [record.values["source_id"] for record in table.records] == [firm["id"] for firm in FIRMS]
    assert table.records[0].values == {"source_id": "P-1", "name": "Firm Ví Dụ 1", "booth": "A01"}
    assert {key for _path, key in partner.seen} == {"Bearer s3cret"}
    assert len(partner.seen) == 2


def test_what_is_no_answer_is_refused(partner: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "refused": (403, b""),
        "broken": (500, b""),
        "redirected": (302, b""),
        "no JSON": (200, b"<html>"),
        "a list": (200, b"[]"),
        "no list": (200, b'{"exhibitors": {}}'),
        "odd rows": (200, b'{"exhibitors": [1]}'),
        "elsewhere": page(FIRMS, "https://elsewhere.example/next"),
        "no address": page(FIRMS, "http://["),
        "not plain": page(FIRMS, "?limit=500&after=ẵ"),
        "without end": page(FIRMS[:1], "?limit=500"),
    }
    for name, answer in wrong.items():
        partner.answers = {"limit=500": answer}
        with pytest.raises(Refused):
            FEED.fetch(address(partner), "")
            pytest.fail(name)
    assert not any(path.startswith("/elsewhere") for path, _key in partner.seen), "no redirect is followed"
    monkeypatch.setattr(client, "MOST_BYTES", 20)
    partner.answers = {"limit=500": page(FIRMS)}
    with pytest.raises(Refused):
        FEED.fetch(address(partner), "")


def test_it_does_not_wait_for_ever(partner: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "SECONDS", 0.15)
    partner.answers = {"limit=500": page(FIRMS)}
    began = time.monotonic()
    with pytest.raises(Refused):
        FEED.fetch(address(partner, "/slow"), "")
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("key", ["khóa", "a\r\nX: y", "\u200b"])
def test_a_key_fits_into_the_line_it_travels_in(key: str) -> None:
    with pytest.raises(Refused) as refused:
        create_source(name="Ví Dụ", feed="json_api", address="https://partner.example/", access_key=key)
    assert [problem.field for problem in refused.value.problems] == ["access_key"]


def test_our_own_machines_are_no_source(settings: Any) -> None:
    settings.WEBHOOKS_MAY_LOOP_BACK = False
    for near in (
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://10.1.2.3/x",
        "http://a.example/",
    ):
        with pytest.raises(Refused):
            FEED.fetch(near, "")


def test_a_name_that_leads_to_our_own_network_is_refused(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WEBHOOKS_MAY_LOOP_BACK = False
    near = [(2, 1, 6, "", ("10.0.0.9", 443))]
    monkeypatch.setattr("marketplace.webhooks.address.socket.getaddrinfo", lambda *_about, **_more: near)
    with pytest.raises(Refused):
        FEED.fetch("https://partner.example/fair", "")


def test_mapping_and_odd_values() -> None:
    rows = [
        {"firm": "Một", "name": None, "country": "VN", "employees": 7, "open": True, "categories": ["Gỗ, thô", 3, {}]}
    ]
    content = json.dumps({"exhibitors": rows}).encode()
    table = FEED.read(content, {"firm": "name"})
    assert table.records[0].values == {"name": "Một", "country": "VN", "categories": "Gỗ  thô; 3"}
    assert {column.header: column.field for column in table.columns}["name"] is None, "one column a field"
    for wrong in (b"", b"{}", b'{"exhibitors": []}'):
        with pytest.raises(Refused):
            FEED.read(wrong, {})
