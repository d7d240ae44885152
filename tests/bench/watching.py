"""``python -m tests.bench.watching``: processor time that watching adds to one request, in microseconds.

Each part is run many times around nothing, in rounds that take turns; the median of the rounds' processor time counts.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
ROUNDS, TIMES = 9, 200


def main() -> None:
    django.setup()
    from marketplace.observability.logs.configure import configure
    from marketplace.observability.tracing import spans
    from marketplace.observability.tracing.start import use_processor

    configure(as_json=True, level="INFO")
    error_stream, sys.stderr = sys.stderr, Path(os.devnull).open("w")  # noqa: SIM115  # for the life of the process
    off = measured(parts())
    provider = use_processor(_Dropped())
    on = measured(parts())
    spans.use(None)
    provider.shutdown()
    sys.stderr = error_stream
    loaded = any(name.startswith("sentry_sdk") for name in sys.modules)
    print("| part | traces off, µs | traces on, µs |\n|---|---|---|")  # noqa: T201  # the command's answer
    for name, microseconds in off.items():
        print(f"| {name} | {microseconds:.1f} | {on[name]:.1f} |")  # noqa: T201
    print(f"\nSentry's library loaded without a DSN: {'yes' if loaded else 'no'}")  # noqa: T201


def parts() -> dict[str, Callable[[], object]]:
    from graphql import parse

    from marketplace.observability.operations import Running
    from marketplace.observability.requests import Observed
    from marketplace.observability.statements import _observe

    answer = SimpleNamespace(status_code=200, headers={})
    request = SimpleNamespace(
        META={}, method="POST", resolver_match=SimpleNamespace(route="graphql/", view_name="graphql")
    )
    (definition,) = parse("query ProductPage { product { id } }").definitions
    middleware = Observed(lambda _request: answer)
    connection = {"connection": SimpleNamespace(vendor="postgresql")}

    def operation() -> None:
        with Running(definition, "query ProductPage { product { id } }") as running:
            running.errors(None)

    def statement() -> Any:
        sql = 'SELECT "orders_order"."id" FROM "orders_order" WHERE "orders_order"."id" = %s'
        return _observe(lambda *_given: None, sql, (1,), False, connection)

    return {
        "a request, with its line": lambda: middleware(request),
        "an operation": operation,
        "a statement": statement,
    }


def measured(tried: dict[str, Callable[[], object]]) -> dict[str, float]:
    rounds: dict[str, list[float]] = {name: [] for name in tried}
    for _ in range(ROUNDS):
        for name, run in tried.items():
            began = time.process_time()
            for _ in range(TIMES):
                run()
            rounds[name].append((time.process_time() - began) / TIMES * 1e6)
    return {name: statistics.median(taken) for name, taken in rounds.items()}


class _Dropped:
    """As cheap as a processor of spans can be: what is measured is making them."""

    def on_start(self, span: Any, parent_context: Any = None) -> None: ...
    def _on_ending(self, span: Any) -> None: ...
    def on_end(self, span: Any) -> None: ...
    def shutdown(self) -> None: ...
    def force_flush(self, timeout_millis: int = 30000) -> bool:
        return True


if __name__ == "__main__":
    main()
