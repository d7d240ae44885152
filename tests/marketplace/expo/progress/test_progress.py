"""How a fair's space, money and tasks stand: counted by hand beside what is told."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from i18n.today import today_here
from i18n.translate import set_translation
from marketplace.expo.arrange import update_expo
from marketplace.expo.booths import assign_booth
from marketplace.expo.editions.set_hours import Hours, set_opening_hours
from marketplace.expo.invoices.credit import credit_invoice
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.invoices.pay import record_payment
from marketplace.expo.models import (
    Booth,
    Exhibitor,
    ExhibitorImport,
    Expo,
    FairContract,
    FairInvoice,
    ManualDone,
    SpaceDay,
)
from marketplace.expo.progress.curve import curve_of, record_space
from marketplace.expo.progress.money import money_of
from marketplace.expo.progress.space import space_of
from marketplace.expo.progress.tasks import TaskKind, tasks_of
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.fair_business import make_contracted, make_manual_page, make_open_fair, make_submitted

pytestmark = pytest.mark.django_db

START = date(2027, 3, 10)


def days(count: int) -> timedelta:
    return timedelta(days=count)


def test_space_by_hall_kind_and_state() -> None:
    expo = make_expo()
    one, two = make_hall(expo), make_hall(expo, name="B")
    today = today_here()
    make_booth(one, "A01")
    assign_booth(booth=make_booth(one, "A02", 3, width=6), exhibitor=make_exhibitor(expo))
    held = make_booth(one, "A03", 10)
    lapsed = make_booth(one, "A04", 14)
    Booth.objects.filter(pk=held.pk).update(is_held=True, held_until=today, kind="RAW")
    Booth.objects.filter(pk=lapsed.pk).update(is_held=True, held_until=today - days(1))
    corner = make_booth(one, "A05", 20, width=4, depth=4)
    Booth.objects.filter(pk=corner.pk).update(
        shape=[[0, 0], [400, 0], [400, 200], [200, 200], [200, 400], [0, 400]], is_reserved=True
    )
    make_booth(two, "B01")

    space = space_of(expo, today)

    first = space.halls[0]
    assert [(kind, each.all.booths) for kind, each in first.kinds] == [("SHELL", 4), ("RAW", 1)]
    told = {name: (getattr(first.all, name).booths, getattr(first.all, name).area) for name in first.all.__slots__}
    assert told == {
        "free": (2, Decimal(18)),
        "held": (1, Decimal(9)),
        "reserved": (1, Decimal(12)),
        "assigned": (1, Decimal(18)),
    }
    assert (space.all.all.booths, space.all.all.area) == (6, Decimal(66))
    assert space.all.share_assigned == Decimal("0.2727")
    assert space_of(make_expo(), today).all.share_assigned == 0


def test_the_curve_is_laid_beside_the_edition_before() -> None:
    last = make_expo(name="Hội chợ 2026", starts_on=date(2026, 3, 11))
    expo = make_expo(name="Hội chợ 2027", starts_on=START)
    make_expo(name="Hội khác 2026", starts_on=date(2026, 9, 1))
    for weeks, area in ((3, 90), (1, 180)):
        SpaceDay.objects.create(
            expo=last, day=last.starts_on - days(weeks * 7), booths=20, booths_taken=1, area=200, area_reserved=0,
            area_taken=area,
        )  # fmt: skip
    hall = make_hall(expo)
    today = START - days(13)
    record_space(today=today - days(7))
    assign_booth(booth=make_booth(hall), exhibitor=make_exhibitor(expo))

    curve = curve_of(expo, today)

    assert curve.before == last
    assert [(point.weeks, point.area, point.area_before) for point in curve.points] == [
        (3, None, Decimal(90)),
        (2, Decimal(0), Decimal(90)),
        (1, Decimal(9), Decimal(180)),
        (0, None, Decimal(180)),
    ]


def test_a_day_is_written_once_and_fairs_that_are_over_no_more() -> None:
    expo, over = make_expo(starts_on=START), make_expo(starts_on=START - days(300))
    hall = make_hall(expo)
    assert record_space(today=START) == 1
    assign_booth(booth=make_booth(hall), exhibitor=make_exhibitor(expo))
    record_space(today=START)
    row = SpaceDay.objects.get(expo=expo)
    assert (row.booths_taken, row.area_taken, row.area) == (1, Decimal(9), Decimal(9))
    assert not SpaceDay.objects.filter(expo=over).exists()


def test_money_adds_up_for_each_currency() -> None:
    expo, now, today = make_open_fair(), timezone.now(), today_here()
    exhibitors = [make_contracted(expo) for _n in range(3)]
    first, second, third = [issue_invoice(exhibitor=one, currency="VND", by=None, now=now) for one in exhibitors]
    half = (first.gross * Decimal("0.5")).quantize()
    record_payment(invoice=first, money=half, paid_on=today, reference="A", by=None, now=now)
    more = second.gross + Money(Decimal(1_000), "VND")
    record_payment(invoice=second, money=more, paid_on=today, reference="B", by=None, now=now)
    credit_invoice(invoice=third, net=None, reason="Trùng", by=None, now=now)
    FairInvoice.objects.filter(pk=first.pk).update(due_on=today - days(1))

    (money,) = money_of(expo, today)

    assert money.invoices == 3
    assert money.invoiced == first.gross + second.gross
    assert money.paid == half + more
    assert (money.owed, money.overdue, money.overdue_invoices) == (first.gross - half, first.gross - half, 1)
    assert money.overpaid == Money(Decimal(1_000), "VND")
    assert money.invoiced == money.paid + money.owed - money.overpaid


def test_every_task_is_counted_from_its_records() -> None:
    expo, today = make_open_fair(source_language="vi", languages=["vi", "en"]), today_here()
    hall = make_hall(expo)
    assert _tasks(expo) == {TaskKind.HOURS_MISSING: 1}
    set_opening_hours(expo=expo, hours=[Hours(expo.starts_on, time(9), time(17))])
    make_submitted(expo)
    signed, unsigned = make_contracted(expo), make_contracted(expo)
    FairContract.objects.filter(exhibitor=signed).update(accepted_at=timezone.now())
    invoice = issue_invoice(exhibitor=signed, currency="VND", by=None, now=timezone.now())
    FairInvoice.objects.filter(pk=invoice.pk).update(due_on=today - days(2))
    assign_booth(booth=make_booth(hall), exhibitor=signed)
    for code, x, until in (("A02", 10, today + days(3)), ("A03", 20, today + days(4)), ("A04", 30, today - days(1))):
        booth = make_booth(hall, code, x)
        Booth.objects.filter(pk=booth.pk).update(is_held=True, held_until=until)
    ExhibitorImport.objects.create(expo=expo, feed="spreadsheet", file_name="a.csv")
    ExhibitorImport.objects.create(expo=expo, feed="spreadsheet", file_name="b.csv", applied_at=timezone.now())
    page = make_manual_page(expo, days=-1)
    make_manual_page(expo, days=5)
    ManualDone.objects.create(exhibitor=signed, page=page, done_at=timezone.now())
    Exhibitor.objects.filter(expo=expo).update(description="")
    translated = make_exhibitor(expo, description="Gốm sứ", source_language="vi")
    make_exhibitor(expo, description="Đồ gỗ", source_language="vi")
    make_exhibitor(expo, description="Chairs", source_language="en")
    set_translation(
        subject=Exhibitor.SUBJECT, object_id=translated.pk, language="en", texts={"description": "Ceramics"}
    )

    assert _tasks(expo) == {
        TaskKind.INVOICES_OVERDUE: 1,
        TaskKind.APPLICATIONS_WAITING: 1,
        TaskKind.HOLDS_LAPSING: 1,
        TaskKind.CONTRACTS_UNSIGNED: 1,
        TaskKind.DEADLINES_MISSED: 4,
        TaskKind.IMPORTS_WAITING: 1,
        TaskKind.WITHOUT_BOOTH: 4,
        TaskKind.WITHOUT_DESCRIPTION: 2,
        TaskKind.WITHOUT_TRANSLATION: 2,
    }
    assert unsigned.expo_id == expo.pk
    over = today - days(10)
    update_expo(expo=expo, changes={"starts_on": over, "ends_on": over})
    assert _tasks(expo) == {TaskKind.INVOICES_OVERDUE: 1}, "debts outlive the fair"


def _tasks(expo: Expo) -> dict[TaskKind, int]:
    expo.refresh_from_db()
    return {task.kind: task.count for task in tasks_of([expo], today_here())[expo.pk]}
