"""The day's file for the bank, and what the bank reports of it."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from i18n.money import sum_money
from orders.lifecycle.by import By
from orders.payouts.own_account import own_account
from orders.payouts.payout.move_payout import lock_payout, move_payout
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.payout_file import PayoutFile
from orders.payouts.payout.plan_payouts import HERE
from orders.payouts.payout.settle_payout import confirm_payout, note_on_payout, reject_payout
from orders.payouts.payout.states import IllegalPayoutMove, PayoutStatus
from orders.payouts.rails.bank_file.pain001 import Transfer, pain001
from orders.payouts.rails.bank_file.pain002 import Report, Said, TransferReport, read_report
from orders.payouts.rails.bank_file.rail import RAIL
from orders.payouts.schedule.hold import PayoutHold


class NothingToPayOut(Exception):
    """No payout waits for a file in this currency."""

    def __init__(self, currency: str) -> None:
        super().__init__(f"no payout in {currency} waits for a bank file")
        self.currency = currency


class UnknownPayoutFile(LookupError):
    """The report is about a file that is none of ours."""

    def __init__(self, message_id: str) -> None:
        super().__init__(f"there is no payout file {message_id}")
        self.message_id = message_id


def make_payout_file(*, currency: str, by: By, now: datetime) -> PayoutFile:
    """Today's file in a currency, with all that is planned and not held; its payouts are sent.

    There is one a day: asking again gives the same one, and what was planned since goes with tomorrow's. Raises
    ``NothingToPayOut``.
    """
    day = now.astimezone(HERE).date()
    with transaction.atomic():
        waiting = _lock_waiting(currency)
        made = PayoutFile.objects.filter(currency=currency, day=day).first()
        if made is not None:
            return made
        if not waiting:
            raise NothingToPayOut(currency)
        file = _write(waiting, currency, day, now)
        for payout in waiting:
            payout.file, payout.reference = file, payout.number
            move_payout(payout, PayoutStatus.SENT, by=by, now=now)
    return file


def _lock_waiting(currency: str) -> list[Payout]:
    held = PayoutHold.objects.filter(released_at=None).values("seller_id")
    rows = Payout.objects.filter(rail=RAIL.code, status=PayoutStatus.PLANNED, currency=currency)
    rows = rows.exclude(seller__in=held).select_related("seller").order_by("pk")
    return list(rows.select_for_update(of=("self",)))


def _write(payouts: list[Payout], currency: str, day: date, now: datetime) -> PayoutFile:
    own = own_account(currency)
    if own is None:
        raise NothingToPayOut(currency)
    message_id = f"BDM-{day:%Y%m%d}-{currency}"
    transfers = [_transfer(payout) for payout in payouts]
    content = pain001(transfers, message_id=message_id, day=day, created_at=now, own=own)
    return PayoutFile.objects.create(
        message_id=message_id,
        currency=currency,
        day=day,
        count=len(payouts),
        sum_amount=sum_money((payout.money for payout in payouts), currency).amount,
        content=content,
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        created_at=now,
    )


def _transfer(payout: Payout) -> Transfer:
    return Transfer(
        number=payout.number,
        amount=payout.money,
        holder=payout.holder.open(),
        country=payout.country,
        account_number=payout.account_number.open(),
        bic=payout.bic,
        purpose=f"Payout {payout.number}",
    )


def take_report(content: bytes, *, by: By, now: datetime) -> Mapping[Said, int]:
    """Believe a bank's status report, once: how many payouts it confirmed, rejected and left on their way.

    Raises ``NotAReport``, ``BadXml``, ``UnknownPayoutFile``.
    """
    report = read_report(content)
    counts = dict.fromkeys(Said, 0)
    with transaction.atomic():
        file = PayoutFile.objects.filter(message_id=report.message_id).first()
        if file is None:
            raise UnknownPayoutFile(report.message_id)
        for payout in file.payouts.order_by("pk"):
            said = _of_payout(report, payout)
            if said is not None and _apply(payout, said, by=by, now=now):
                counts[said.said] += 1
    return counts


def _of_payout(report: Report, payout: Payout) -> TransferReport | None:
    about = [row for row in report.transfers if row.number in ("", payout.number)]
    return about[-1] if about else None


def _apply(payout: Payout, row: TransferReport, *, by: By, now: datetime) -> bool:
    """Says whether it was news. A late word about what is over already changes nothing but the history."""
    words = " ".join(filter(None, [row.status, row.code, row.text]))
    before = lock_payout(payout.pk).status
    try:
        if row.said == Said.PAID:
            confirm_payout(payout_id=payout.pk, by=by, now=now)
        elif row.said == Said.REFUSED:
            reject_payout(payout_id=payout.pk, by=by, now=now, code=row.code, reason=words)
        else:
            note_on_payout(payout_id=payout.pk, by=by, now=now, reason=words)
            return True
    except IllegalPayoutMove:
        note_on_payout(payout_id=payout.pk, by=by, now=now, reason=words)
        return False
    return before != lock_payout(payout.pk).status
