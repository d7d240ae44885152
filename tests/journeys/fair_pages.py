"""A fair, arranged at the expo desk and read by visitors."""

from pathlib import Path

from tests.journeys.browser import Visitor
from tests.journeys.makers import EXHIBITORS
from tests.journeys.steps import workbook

DESK = "/vi/expo-desk/"
BOOTHS = 10


def plan_fair(officer: Visitor) -> str:
    """A fair with one hall and its booths, not public yet; returns the address of its desk."""
    officer.open(DESK)
    officer.submit("create", name="Hội chợ Mẫu", startsOn="2027-03-01", endsOn="2027-03-04", venue="WTC Expo")
    fair = officer.page.url.partition("?")[0]
    officer.submit("create_hall", name="A", width="60", depth="40")
    officer.submit("generate", rows="2", columns="5")
    assert officer.page.locator("a.booth").count() == BOOTHS
    return fair


def import_exhibitors(officer: Visitor, fair: str, folder: Path) -> None:
    """Two good rows and one without a name, which is told and left out."""
    sheet = folder / "danh-sach.xlsx"
    sheet.write_bytes(workbook(EXHIBITORS))
    officer.open(f"{fair}/imports")
    officer.submit("preview", file=str(sheet))
    officer.submit("apply")
    officer.open(f"{fair}/exhibitors")
    assert officer.page.locator("th[scope=row] a").count() == 2


def settle_exhibitors(officer: Visitor, fair: str, *, exhibit: str) -> None:
    """Each was linked to the seller with its tax code and gets a booth; the carpenter shows a table."""
    officer.open(f"{fair}/exhibitors")
    links = [link.get_attribute("href") or "" for link in officer.page.locator("th[scope=row] a").all()]
    for number, exhibitor in enumerate(links):
        officer.open(exhibitor)
        assert officer.page.locator("form:has(input[name=action][value=unlink])").count() == 1
        product = officer.page.locator("[name=productId] option", has_text=exhibit)
        if product.count():
            officer.submit("show_product", productId=product.get_attribute("value") or "")
        officer.open(fair)
        officer.follow(officer.page.locator("a.booth").nth(number))
        officer.submit("assign", exhibitorId=exhibitor.rpartition("/")[2])
    officer.open(fair)
    assert officer.page.locator("a.booth.assigned").count() == len(links)


def publish(officer: Visitor, fair: str, reader: Visitor) -> None:
    """Nobody finds it before."""
    reader.open("/nl/eu/fairs")
    assert reader.page.locator(".fair-line").count() == 0
    officer.open(fair)
    officer.submit("publish")


def visit(reader: Visitor, *, product: str) -> None:
    """The directory leads from the fair to its booths, to the exhibitor, to what it shows."""
    reader.open("/nl/eu/fairs")
    reader.follow(reader.page.locator(".fair-line a"))
    assert reader.page.locator(".booths .booth").count() == BOOTHS
    lines = reader.page.locator(".directory-line")
    assert lines.count() == lines.locator("a[href*='/makers/']").count() == 2
    reader.follow(lines.filter(has_text="XƯỞNG MỘC MẪU").locator("h3 a"))
    reader.follow(reader.page.get_by_role("link", name=product))
    assert reader.text("h1") == product
