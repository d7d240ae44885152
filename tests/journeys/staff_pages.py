"""The marketplace's own people at the operator's desk."""

from tests.journeys.browser import Visitor
from tests.journeys.steps import work_in_the_background

DESK = "/vi/operator"


def approve_seller(operator: Visitor, name: str) -> None:
    operator.open(f"{DESK}/sellers")
    operator.follow(operator.page.get_by_role("link", name=name))
    assert "3702000006" in operator.text()
    operator.submit("approve", note="Đã đối chiếu đăng ký kinh doanh")
    work_in_the_background()


def approve_products(operator: Visitor, *names: str) -> None:
    """The queue is read to its end."""
    for name in names:
        operator.open(f"{DESK}/products")
        operator.follow(operator.page.locator("th[scope=row]").get_by_role("link", name=name))
        operator.submit("approve")
    operator.open(f"{DESK}/products")
    assert operator.page.locator("th[scope=row]").count() == 0
    work_in_the_background()


def mark_as_paid(operator: Visitor, number: str, *, reference: str) -> None:
    """The transfer is found by the reference that the buyer was given."""
    operator.open(f"{DESK}/orders?status=UNPAID")
    operator.follow(operator.page.get_by_role("link", name=number))
    assert reference in operator.text(".decision")
    operator.submit("mark_as_paid", reference="BANK-2026-77")
    assert operator.page.locator("form:has([value=mark_as_paid])").count() == 0
    work_in_the_background()
