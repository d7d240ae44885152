"""Papers of fairs let go of people once accounting law no longer asks for them; numbers, days and amounts stay.

1. A period begins with the end of the year in which the paper was issued and its fair was held, whichever is later.
2. Of a paper goes what it says, then its PDF, and last the digest: one that was broken off in between is due again.
3. Of a contract go who accepted and who signed, and the signed copy; when and which bytes were agreed to stay.
4. Of the application it was made from goes who wrote it, as it went a year after the fair from those that came to
   nothing.

Example: an invoice of December 2026 for a fair in March 2027 goes on 1 January 2038.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from i18n.today import day_here
from marketplace.append_only.periods import in_force, read_periods
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.applications.forget import with_their_writer, without_writer
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.contracts.storage import delete_file, delete_paper

RETENTION = Path(__file__).parent / "retention.toml"
AT_ONCE = 200
"""Rows of one transaction: nobody waits for long, and what is broken off has to be repeated for few."""


@dataclass(frozen=True, slots=True)
class Period:
    years: int
    effective_from: date
    checked: str
    legal_basis: str


@cache
def periods() -> tuple[Period, ...]:
    """The latest first."""
    return read_periods(RETENTION, Period)


def due_papers(now: datetime) -> dict[str, QuerySet[Any]]:
    """By table: what still names people and need not any more."""
    first = _kept_since(now)
    papers = FairPaper.objects.filter(issued_on__lt=first, expo__ends_on__lt=first)
    contracts = FairContract.objects.filter(paper__in=papers)
    applications = FairApplication.objects.filter(exhibitor__contract__in=contracts)
    return {
        "papers of fairs": papers.exclude(content={}, sha256="").order_by("pk"),
        "contracts of fairs": contracts.exclude(
            accepted_by=None, accepted_name="", signed_by=None, signed_file="", signed_file_type=""
        ).order_by("pk"),
        "applications to fairs": with_their_writer(applications).order_by("pk"),
    }


def forget_fair_papers(*, now: datetime) -> int:
    """Run daily; says from how many rows people went. Twice changes nothing."""
    papers, contracts, applications = due_papers(now).values()
    return (
        _in_batches(papers, _empty_papers)
        + _in_batches(contracts, _empty_contracts)
        + _in_batches(applications, without_writer)
    )


def _kept_since(now: datetime) -> date:
    """The first day whose papers have to be kept still."""
    today = day_here(now)
    return date(today.year - in_force(periods(), today).years, 1, 1)


def _in_batches(due: QuerySet[Any], empty: Callable[[list[Any]], object]) -> int:
    done = 0
    while keys := list(due.values_list("pk", flat=True)[:AT_ONCE]):
        empty(keys)
        done += len(keys)
    return done


def _empty_papers(keys: list[Any]) -> None:
    """From the first statement on nobody makes the PDF anew, so that it stays away once it is deleted."""
    papers = FairPaper.objects.filter(pk__in=keys)
    papers.update(content={})
    for key in keys:
        delete_paper(key)
    papers.update(sha256="")


def _empty_contracts(keys: list[Any]) -> None:
    with transaction.atomic():
        contracts = FairContract.objects.filter(pk__in=keys)
        for contract in contracts.select_for_update().order_by("pk"):
            delete_file(contract.signed_file)
        contracts.update(accepted_by=None, accepted_name="", signed_by=None, signed_file="", signed_file_type="")
