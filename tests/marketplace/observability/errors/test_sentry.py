"""A report at a Sentry says what failed and where, and nothing of anybody."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest

from marketplace.observability import work
from marketplace.observability.errors import report as reports
from marketplace.observability.errors.report import report
from marketplace.observability.errors.sentry import start
from tests.peers.webhook_receiver.server import WebhookReceiver


@pytest.fixture
def sentry() -> Iterator[WebhookReceiver]:
    import sentry_sdk

    with WebhookReceiver() as server:
        server.mood.answer = b"{}"
        start(f"http://key@127.0.0.1:{server.port}/7", release="1.2.3", environment="testing")
        yield server
        reports.send_by(None)
        sentry_sdk.get_client().close(timeout=2)
        sentry_sdk.get_global_scope().set_client(None)


def sent(server: WebhookReceiver) -> list[dict[str, Any]]:
    import sentry_sdk

    sentry_sdk.flush(timeout=20)
    bodies = [gzip.decompress(r.body) if r.body[:2] == b"\x1f\x8b" else r.body for r in server.received]
    return [json.loads(body.splitlines()[2]) for body in bodies]


def test_a_report_has_no_texts_and_no_values(sentry: WebhookReceiver) -> None:
    buyer = "Sanne Voorbeeld"
    with work.working("job", "send-letters", "ab" * 16):
        work.bind(order="BDM-2026-000007")
        try:
            raise ValueError(f"no letter to {buyer}, sanne@example.org")
        except ValueError as error:
            report(error, "reaction failed", reaction="orders.letters.order_placed", to="sanne@example.org")
    (event,) = sent(sentry)
    (kind,) = event["exception"]["values"]
    assert (kind["type"], kind["value"]) == ("ValueError", "")
    assert event["tags"]["request_id"] == "ab" * 16
    assert (event["tags"]["order"], event["tags"]["job"]) == ("BDM-2026-000007", "send-letters")
    assert kind["stacktrace"]["frames"][-1]["function"] == "test_a_report_has_no_texts_and_no_values"
    assert "Sanne" not in str(event) and "sanne" not in str(event)
    assert not {"request", "user", "modules", "server_name", "extra"} & set(event)
