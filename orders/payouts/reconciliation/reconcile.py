"""``reconcile``: compare, and write down what differs. Nothing is ever booked here."""

from datetime import datetime

import structlog
from django.db import transaction

from marketplace.accounts.models import User
from orders.payments.gateway import GatewayUnavailable
from orders.payouts.reconciliation.compare_bank import compare_bank
from orders.payouts.reconciliation.compare_stripe import STRIPE, compare_stripe
from orders.payouts.reconciliation.difference import Difference, DifferenceState
from orders.payouts.reconciliation.finding import Finding
from orders.payouts.statements.period import HERE

log = structlog.get_logger(__name__)


class NoSuchDifference(LookupError):
    """Nothing was found under this id."""


def reconcile(*, now: datetime) -> int:
    """How many differences there are now. Run daily; twice changes nothing.

    A provider that cannot be reached is asked the next time: what was known of it stays.
    """
    findings = list(compare_bank())
    asked = {"bank_transfer"}
    try:
        findings += compare_stripe(now.astimezone(HERE).date())
        asked.add(STRIPE)
    except GatewayUnavailable:
        log.warning("reconciliation could not ask", gateway=STRIPE)
    with transaction.atomic():
        for finding in findings:
            _write(finding, now)
        present = {finding.key for finding in findings}
        stale = Difference.objects.filter(gateway__in=asked, gone_at=None)
        gone = [row.pk for row in stale if row.key not in present]
        Difference.objects.filter(pk__in=gone).update(gone_at=now)
    return len(findings)


def _write(finding: Finding, now: datetime) -> None:
    figures = {"ledger_amount": finding.ledger_amount, "provider_amount": finding.provider_amount}
    said = {
        "state": DifferenceState.EXPLAINED if finding.explanation else DifferenceState.OPEN,
        "explanation": finding.explanation,
        "explained_by": finding.explained_by,
        "explained_at": now if finding.explanation else None,
    }
    row, is_new = Difference.objects.get_or_create(
        key=finding.key,
        defaults={
            "kind": finding.kind,
            "gateway": finding.gateway,
            "currency": finding.currency,
            "about": finding.about,
            "on": finding.on,
            "found_at": now,
            **figures,
            **said,
        },
    )
    if is_new:
        return
    moved = (row.ledger_amount, row.provider_amount) != (finding.ledger_amount, finding.provider_amount)
    if moved or row.gone_at is not None:  # what was said was said of something else
        Difference.objects.filter(pk=row.pk).update(**figures, **said, gone_at=None)
    elif finding.explanation and row.state == DifferenceState.OPEN:
        Difference.objects.filter(pk=row.pk).update(**said)


def explain_difference(*, difference_id: int, explanation: str, by: User, now: datetime) -> Difference:
    """Somebody knows why; said again, the last word counts. Raises ``NoSuchDifference``."""
    with transaction.atomic():
        row = Difference.objects.select_for_update(of=("self",)).filter(pk=difference_id).first()
        if row is None:
            raise NoSuchDifference(difference_id)
        row.state, row.explanation = DifferenceState.EXPLAINED, explanation
        row.explained_by, row.explained_at = by, now
        row.save(update_fields=["state", "explanation", "explained_by", "explained_at"])
    return row
