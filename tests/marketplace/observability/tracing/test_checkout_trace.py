"""One checkout, from the buyer's request to the letter at the mail server, is one trace at a collector."""

from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from logistics.carriers.http import call
from marketplace.accounts.mail.send_waiting import send_waiting
from marketplace.graphql import to_global_id
from marketplace.observability.tracing import spans
from marketplace.observability.tracing.start import use_processor
from orders.lifecycle.order import Order
from tests.factories.orders import make_ready_checkout
from tests.journeys.client import ApiClient
from tests.journeys.documents import CHECKOUT, CHECKOUT_COMPLETE
from tests.journeys.steps import work_in_the_background
from tests.logged_lines import leaked, private_values
from tests.peers.collector.receiver import Collector, Span
from tests.peers.smtp.server import SmtpPeer
from tests.peers.webhook_receiver.server import WebhookReceiver


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as listening:
        provider = use_processor(SimpleSpanProcessor(OTLPSpanExporter(endpoint=listening.endpoint)))
        yield listening
        spans.use(None)
        provider.shutdown()


@pytest.fixture
def mail_server(settings: Any) -> Iterator[SmtpPeer]:
    with SmtpPeer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = False, ""
        yield server


@pytest.mark.django_db(transaction=True)
def test_from_the_request_to_the_letter(collector: Collector, mail_server: SmtpPeer) -> None:
    basket = to_global_id("Checkout", make_ready_checkout().pk)
    shop = ApiClient(language="nl")
    total = shop.run(CHECKOUT, id=basket)["checkout"]["totalPrice"]["gross"]["amount"]
    collector.received.clear()
    shop.run(CHECKOUT_COMPLETE, id=basket, gateway="bank_transfer", total=total)
    work_in_the_background()
    send_waiting()
    assert mail_server.taken, "no letter arrived"

    found = collector.spans()
    (request,) = [span for span in found if span.name == "POST graphql/"]
    trace = {span.id: span for span in found if span.trace == request.trace}
    names = {span.name for span in trace.values()}
    assert {"mutation other:checkoutComplete", "event OrderPlaced", "mail smtp"} <= names
    assert any(name.startswith("reaction orders.letters.") for name in names)
    assert any(name.startswith("INSERT orders_order") for name in names)
    (mail,) = [span for span in trace.values() if span.name == "mail smtp"]
    way = list(_upwards(mail, trace))
    assert way[0] == "POST graphql/" and "event OrderPlaced" in way and way[-1] == "mail smtp", way
    assert {span.service for span in found} == {"binh-duong-marketplace"}

    written = " ".join(f"{span.name} {span.attributes}" for span in found)
    values = private_values()
    assert values and leaked(written, values) == []
    assert Order.objects.get().number


def _upwards(span: Span, trace: dict[str, Span]) -> list[str]:
    """The names from the beginning of the trace down to the span."""
    above = _upwards(trace[span.parent], trace) if span.parent in trace else []
    return [*above, span.name]


def test_calls_to_carriers_say_whom_and_not_what(collector: Collector) -> None:
    with WebhookReceiver() as carrier:
        call("ghn", "GET", f"http://127.0.0.1:{carrier.port}/quote/a-secret-path", query={"phone": "+842740100900"})
    (span,) = collector.spans()
    assert (span.name, span.attributes["server.address"]) == ("carrier ghn", "127.0.0.1")
    assert "secret" not in str(span) and "84274" not in str(span)


def test_without_a_collector_nothing_is_made() -> None:
    assert not spans.is_on()
    with spans.span("anything", peer="x") as made:
        assert made is None
