"""Long lists and slow sources: done by the clock, once, whoever dies meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Problem, Refused
from marketplace.expo.exhibitor_import import ExhibitorImport, ImportState, ImportTask
from marketplace.expo.feeds.json_api.feed import JsonApiFeed
from marketplace.expo.imports import soon, work
from marketplace.expo.imports.decide import NEW, decide_rows
from marketplace.expo.imports.preview import KEPT, preview_exhibitors
from marketplace.expo.imports.soon import apply_soon, fetch_soon
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.imports.sources import create_source, delete_source
from marketplace.expo.imports.work import MOST_ATTEMPTS, advance_lists
from marketplace.expo.models import Exhibitor, Expo
from tests.factories.accounts import make_user
from tests.factories.expo import make_booth, make_expo, make_hall

pytestmark = pytest.mark.django_db
PAGE = b'{"exhibitors": [{"id": "P-1", "name": "Firm One"}, {"id": "P-2", "name": "Other House"}]}'


def preview(expo: Expo, *lines: str, **options: Any) -> ExhibitorImport:
    return preview_exhibitors(expo=expo, content="\n".join(lines).encode(), file_name="list.csv", **options)


def fresh(stored: ExhibitorImport) -> ExhibitorImport:
    return ExhibitorImport.objects.get(pk=stored.pk)


def problem_of(stored: ExhibitorImport) -> dict[str, Any]:
    problem = fresh(stored).problem
    assert problem is not None
    return dict(problem)


def waiting_list(monkeypatch: pytest.MonkeyPatch) -> ExhibitorImport:
    monkeypatch.setattr(soon, "MOST_ROWS", 2)
    stored = preview(make_expo(), "Tên", "Mộc", "Gốm", "Sơn Mài")
    assert apply_soon(exhibitor_import=stored) is None
    return fresh(stored)


@pytest.fixture
def source() -> ExhibitorSource:
    return create_source(name="Partner", feed="json_api", address="https://partner.example/list")


def answer(monkeypatch: pytest.MonkeyPatch, give: Any) -> None:
    monkeypatch.setattr(JsonApiFeed, "fetch", lambda feed, address, key: give())


def died(stored: ExhibitorImport) -> None:
    """As if a process had been killed with this task in its hands, and its lease were over."""
    ExhibitorImport.objects.filter(pk=stored.pk).update(worked_until=timezone.now() - timedelta(seconds=1))


def test_a_short_list_is_applied_at_once_and_a_long_one_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stored, user = waiting_list(monkeypatch), make_user()
    assert stored.state == ImportState.WAITING
    assert not Exhibitor.objects.exists()
    assert apply_soon(exhibitor_import=stored) is None, "it waits once"
    with pytest.raises(Refused, match="worked on"):
        decide_rows(exhibitor_import=stored, decisions={2: NEW})
    assert advance_lists(ImportTask.FETCH) == 0
    assert advance_lists(ImportTask.APPLY) == 1
    stored = fresh(stored)
    assert (stored.state, stored.outcome["created"], stored.task) == (ImportState.APPLIED, 3, "")
    assert advance_lists(ImportTask.APPLY) == 0
    again = apply_soon(exhibitor_import=stored)
    assert again is not None and (again.created, again.unchanged) == (0, 3)
    assert Exhibitor.objects.count() == 3
    short = preview(stored.expo, "Tên", "Tre")
    done = apply_soon(exhibitor_import=short, by=user)
    assert done is not None and done.created == 1
    assert fresh(short).applied_by == user


def test_who_is_killed_loses_the_list_and_a_list_that_kills_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = waiting_list(monkeypatch)
    for _time in range(MOST_ATTEMPTS):
        claimed = work._claim(ImportTask.APPLY, timezone.now())
        assert claimed is not None
        assert fresh(stored).state == ImportState.APPLYING
        assert advance_lists(ImportTask.APPLY) == 0, "somebody has it"
        died(stored)
    assert advance_lists(ImportTask.APPLY) == 0
    stored = fresh(stored)
    assert (stored.state, problem_of(stored)["code"]) == (ImportState.FAILED, "GAVE_UP")
    assert not Exhibitor.objects.exists()
    assert apply_soon(exhibitor_import=stored) is None, "a person may ask again"
    assert advance_lists(ImportTask.APPLY) == 1
    assert fresh(stored).state == ImportState.APPLIED


def test_what_goes_wrong_is_told_to_the_log_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = waiting_list(monkeypatch)

    def broken(**_given: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as during:
        during.setattr(work, "apply_exhibitors", broken)
        with pytest.raises(ZeroDivisionError):
            advance_lists(ImportTask.APPLY)
    assert fresh(stored).state == ImportState.WAITING
    assert advance_lists(ImportTask.APPLY) == 1
    assert fresh(stored).state == ImportState.APPLIED


def test_a_source_is_asked_by_the_clock(source: ExhibitorSource, monkeypatch: pytest.MonkeyPatch) -> None:
    expo = make_expo()
    answer(monkeypatch, lambda: pytest.fail("nobody is asked in a request"))
    stored = fetch_soon(expo=expo, source=source)
    assert (stored.state, stored.rows) == (ImportState.FETCHING, [])
    assert fetch_soon(expo=expo, source=source) == stored, "asked once"
    for _number in range(KEPT + 1):
        preview(expo, "Tên", "Mộc")
    answer(monkeypatch, lambda: PAGE)
    assert advance_lists(ImportTask.FETCH) == 1
    stored = fresh(stored)
    assert (stored.state, stored.tally["total"]) == (ImportState.PREVIEWED, 2)
    assert not Exhibitor.objects.exists()


def test_what_a_source_refuses_is_the_lists_problem(source: ExhibitorSource, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> bytes:
        raise Refused(Problem("source_id", "INVALID", "The source does not answer, or too slowly. Nothing was read."))

    answer(monkeypatch, silent)
    stored = fetch_soon(expo=make_expo(), source=source)
    assert advance_lists(ImportTask.FETCH) == 1
    assert fresh(stored).state == ImportState.FAILED
    assert "does not answer" in problem_of(stored)["message"]
    gone = fetch_soon(expo=stored.expo, source=source)
    assert gone != stored, "asked anew"
    delete_source(source=source)
    assert advance_lists(ImportTask.FETCH) == 1
    assert problem_of(gone)["code"] == "NOT_FOUND"


def test_whoever_has_lost_the_lease_keeps_nothing(source: ExhibitorSource, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = fetch_soon(expo=make_expo(), source=source)

    def slow() -> bytes:
        died(stored)
        return PAGE

    answer(monkeypatch, slow)
    advance_lists(ImportTask.FETCH)
    assert fresh(stored).state == ImportState.FETCHING
    answer(monkeypatch, lambda: PAGE)
    assert advance_lists(ImportTask.FETCH) == 1
    assert fresh(stored).state == ImportState.PREVIEWED


def test_booths_of_a_list_are_given_in_a_few_statements(django_assert_max_num_queries: Any) -> None:
    hall = make_hall()
    for number in range(30):
        make_booth(hall, f"A{number}", x=number * 2, width=1, depth=1)
    stored = preview(
        hall.expo, "Tên,Gian hàng", *(f"Firm {number} {chr(65 + number % 26)}x,A{number}" for number in range(30))
    )
    with django_assert_max_num_queries(30):
        apply_soon(exhibitor_import=stored)
    assert hall.booths.filter(exhibitor__isnull=False, version=2).count() == stored.tally["CREATE"] >= 20
