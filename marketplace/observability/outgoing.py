"""Calls to other people's servers: how long they take, how they end, and a span for each.

``peer`` is a name of our own (``ghn``, ``stripe``, ``mail``), never an address: that may have a key or a person in it.
"""

from time import perf_counter
from types import TracebackType

from marketplace.observability.metrics.instruments import duration
from marketplace.observability.tracing import spans

ANSWERED, FAILED = "answered", "failed"
_calls = duration("outgoing", "Time that a call to another server took.", ["kind", "peer", "outcome"])


class Calling:
    """``with Calling("carrier", "ghn", host="dev.example"):``; whatever is raised inside counts as failed.

    ``call.failed()`` says so of an answer that raises nothing.
    """

    __slots__ = ("_kind", "_outcome", "_peer", "_span", "_started")

    def __init__(self, kind: str, peer: str, *, host: str = "", method: str = "") -> None:
        self._kind, self._peer, self._outcome = kind, peer, ANSWERED
        about = {"server_address": host} if host else {}
        if method:
            about["http_request_method"] = method
        self._span = spans.span(f"{kind} {peer}", kind=spans.CLIENT, peer_service=peer, **about)

    def __enter__(self) -> "Calling":
        self._span.__enter__()
        self._started = perf_counter()
        return self

    def failed(self, outcome: str = FAILED) -> None:
        """``outcome`` is one of few words."""
        self._outcome = outcome

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and self._outcome == ANSWERED:
            self._outcome = FAILED
        _calls.labels(self._kind, self._peer, self._outcome).observe(perf_counter() - self._started)
        self._span.__exit__(kind, error, trace)
