"""One JSON object for each line of any logger, and nothing private in it."""

import logging

import pytest
import structlog

from marketplace.observability import work
from marketplace.observability.logs.private_keys import HIDDEN
from tests.logged_lines import logged_lines

log = structlog.get_logger("tests.lines")


def test_a_line_says_what_it_belongs_to() -> None:
    with logged_lines() as lines, work.working("event", "OrderPlaced", "ab" * 16):
        work.bind(order="BDM-2026-000007")
        log.info("something happened", count=3)
    (line,) = lines.entries
    assert line["request_id"] == "ab" * 16
    assert (line["event"], line["order"], line["count"], line["level"]) == (
        "something happened", "BDM-2026-000007", 3, "info",
    )  # fmt: skip


@pytest.mark.parametrize(
    "key", ["email", "buyer_phone", "Authorization", "accessToken", "first_name", "recipient", "url"]
)
def test_keys_of_private_things_are_hidden(key: str) -> None:
    with logged_lines() as lines:
        log.info("here", **{key: "An"}, nested={key: ["An"]})
    (line,) = lines.entries
    assert line[key] == HIDDEN and line["nested"][key] == HIDDEN


def test_errors_come_without_their_texts() -> None:
    with logged_lines() as lines:
        try:
            raise ValueError("Sanne Voorbeeld, Oudegracht 901")
        except ValueError:
            log.exception("it failed")
            logging.getLogger("some.library").exception("could not do it for %s", "Sanne Voorbeeld")
    assert "Sanne" not in lines.text and "Oudegracht" not in lines.text
    ours, theirs = lines.entries
    assert ours["error"] == theirs["error"] == "ValueError"
    assert ours["frames"][-1].endswith("test_errors_come_without_their_texts")
    assert theirs["event"] == "could not do it for %s"


def test_what_libraries_say_is_looked_through() -> None:
    with logged_lines() as lines:
        logging.getLogger("some.library").warning("no answer from %s", "sanne@example.org")
        logging.getLogger("django.request").warning("Not Found: %s", "/documents/a-secret-token")
        logging.getLogger("urllib3.connectionpool").info("GET /quote?to=Oudegracht")
        logging.getLogger("granian.access").info("GET /documents/a-secret-token")
    assert [line["event"] for line in lines.entries] == ["no answer from [hidden]", "Not Found: %s"]
