"""Fixtures of the whole suite. Each process has a database, a search index and media of its own."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """Tests talk only to this machine; anything else is a failure, not a time-out."""
    original = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and str(address[0]) not in LOOPBACK:
            raise AssertionError(f"a test tried to reach {address[0]}")
        original(self, address)

    socket.socket.connect = connect  # type: ignore[method-assign]  # the one place every client goes through
    yield
    socket.socket.connect = original  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def names_are_read_anew() -> None:
    """Rows of two tests may have the same keys and other names."""
    from catalog.graphql.kept_labels import forget_labels
    from catalog.search.name_table import forget_names

    forget_labels()
    forget_names()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Tests with real transactions empty every table between them, which on SQLite is a DELETE: the refusals
    of the ledger, of events, figures and logs are taken away here and proven in tests of their own."""
    with django_db_blocker.unblock():
        from django.db import connection

        from catalog.traceability.epcis.event import REFUSAL as OF_EVENTS
        from catalog.traceability.proof.day import REFUSAL as OF_PROOFS
        from marketplace.accounts.consents.record import REFUSAL as OF_CONSENTS
        from marketplace.audit.entry import REFUSAL as OF_THE_AUDIT_LOG
        from marketplace.indicators.snapshot import REFUSAL as OF_FIGURES
        from orders.payouts.ledger.triggers import REFUSAL as OF_THE_LEDGER

        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                for refusal in (OF_EVENTS, OF_PROOFS, OF_THE_LEDGER, OF_FIGURES, OF_THE_AUDIT_LOG, OF_CONSENTS):
                    for statement in refusal.drop("sqlite"):
                        cursor.execute(statement)


DATABASE_FIXTURES = {"db", "transactional_db", "django_db_serialized_rollback", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--where-services-matter",
        action="store_true",
        help="leave out tests that use neither a database nor a service, or are marked alike",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--where-services-matter"):
        return
    alike = [item for item in items if not _uses_services(item)]
    config.hook.pytest_deselected(items=alike)
    left_out = set(alike)
    items[:] = [item for item in items if item not in left_out]


def _uses_services(item: pytest.Item) -> bool:
    if item.get_closest_marker("alike"):
        return False
    marked = any(item.get_closest_marker(name) for name in ("services", "django_db", "pictures"))
    return marked or bool(DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not run and why. In CI everything has to run that is not about the other database."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = sorted({report.longrepr[2].removeprefix("Skipped: ") for report in skipped if report.longrepr})
    for reason in reasons:
        terminalreporter.write_line(f"not run: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a test that was skipped for want of a browser, a service or data fails the run."""
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("CI") or reporter is None:
        return
    unexpected = [
        report
        for report in reporter.stats.get("skipped", [])
        if report.longrepr and not report.longrepr[2].removeprefix("Skipped: ").startswith("only on")
    ]
    if unexpected and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        for report in unexpected:
            reporter.write_line(f"skipped in CI: {report.nodeid}: {report.longrepr[2]}", red=True)
