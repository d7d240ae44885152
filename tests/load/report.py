"""What was seen, for people: on the terminal, and with ``--keep`` in ``infra/benchmarks``."""

import argparse
import statistics
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import connection

from catalog.models import ProductVariant
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.events.models import Delivery, OutboxMessage
from orders.models import Order, Refund
from orders.payouts.ledger.transaction import LedgerTransaction
from tests.load.book import Book, Told
from tests.load.invariants.table import invariants
from tests.load.settle import Settled
from tests.load.stage.program import CHECKOUT
from tests.load.trial import Seen, Trial, say

KEPT = CHECKOUT / "infra" / "benchmarks"
SCENE = (
    "Two web servers, two workers for all queues, two clocks, PostgreSQL with a synchronous standby, Redis, OpenSearch "
    "and peers of Stripe, a carrier, a mail server and another program, all on one machine of two cores with other "
    "work on it: the counts matter here, not the rate."
)
TITLES = {
    "load": "Mixed traffic with faults at random",
    "faults": "Faults, one by one",
}


def write_report(given: argparse.Namespace, trial: Trial, settled: Settled) -> None:
    say(keep_report(given, trial, settled))


def keep_report(given: argparse.Namespace, trial: Trial, settled: Settled) -> str:
    """As far as the run has come."""
    text = "\n".join(_lines(given, trial, settled)) + "\n"
    if given.keep:
        KEPT.mkdir(parents=True, exist_ok=True)
        (KEPT / f"{given.what}.md").write_text(text)
    return text


def _lines(given: argparse.Namespace, trial: Trial, settled: Settled) -> Iterator[str]:
    minutes = f" MINUTES={given.minutes:g}" if given.what == "load" else ""
    yield f"# {TITLES[given.what]}"
    yield ""
    yield f"`make {given.what}{minutes}`, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, seed {given.seed}. {SCENE}"
    yield ""
    yield from _counts(trial.book)
    yield ""
    yield from _table(trial)
    yield ""
    yield f"## What must hold ({settled.seconds:.0f} s after the last visitor)"
    yield ""
    for name in invariants(trial.world, trial.stage.peers, trial.book, with_index=trial.stage.search is not None):
        broken = settled.broken.get(name)
        yield f"- {name}: {'**' + str(len(broken)) + ' broken**: ' + '; '.join(broken[:5]) if broken else 'holds'}"
    for failure in trial.failures[:10]:
        yield f"- a visitor was surprised: {failure}"


def _counts(book: Book) -> Iterator[str]:
    connection.close()
    took = sorted(book.took) or [0.0]
    yield "| | |"
    yield "|---|---|"
    yield f"| requests answered | {book.count(Told.DONE) + book.count(Told.REFUSED)} |"
    yield f"| of them refused with a reason | {book.count(Told.REFUSED)} ({_codes(book)}) |"
    yield f"| asked to come again | {book.count(Told.LATER)} |"
    yield f"| line cut, asked again with the same key | {book.count(Told.NOBODY)} |"
    yield f"| bare errors | {book.count(Told.BARE)} |"
    yield f"| gave up | {len(book.gave_up)} |"
    yield f"| answers' median and 95th percentile | {_quantile(took, 50)}, {_quantile(took, 95)} s |"
    yield f"| orders acknowledged / stored | {len(book.bought)} / {Order.objects.count()} |"
    yield f"| called off, refunds | {len(book.cancelled)}, {Refund.objects.count()} |"
    yield f"| parts shipped | {len(book.shipped)} |"
    imported = ProductVariant.objects.filter(sku__startswith="N", sku__contains="-").count()
    yield f"| imports, variants of them | {len(book.imports)}, {imported} |"
    yield f"| ledger transactions | {LedgerTransaction.objects.count()} |"
    yield f"| events, reactions run | {OutboxMessage.objects.count()}, {Delivery.objects.count()} |"
    yield f"| letters | {OutgoingLetter.objects.count()} |"


def _quantile(took: list[float], percent: int) -> str:
    cuts = statistics.quantiles(took, n=100) if len(took) > 1 else took * 99
    return f"{cuts[percent - 1]:.2f}"


def _codes(book: Book) -> str:
    return ", ".join(f"{number} {code}" for code, number in book.codes.most_common(6)) or "none"


def _table(trial: Trial) -> Iterator[str]:
    yield "| after | fault | what was done | expected | what visitors were told | all holds after |"
    yield "|---|---|---|---|---|---|"
    for seen in trial.seen:
        yield f"| {seen.at:.0f} s | {seen.name} | {seen.done} | {seen.expected} | {_told(seen)} | {_after(seen)} |"


def _told(seen: Seen) -> str:
    counts = ", ".join(f"{number} {kind}" for kind, number in sorted(seen.told.items()))
    words = " / ".join(f"“{' '.join(each.split())[:110]}”" for each in seen.words[:2])
    return f"{counts}{'; ' if words else ''}{words}".replace("|", "¦")


def _after(seen: Seen) -> str:
    if seen.settled is None:
        return "at the end"
    return f"**no**: {', '.join(seen.settled.broken)}" if seen.settled.broken else f"{seen.settled.seconds:.0f} s"
