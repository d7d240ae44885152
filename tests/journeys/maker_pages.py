"""A maker at the pages: from the account to the parcel."""

import re
from pathlib import Path

from tests.factories.accounts import PASSWORD
from tests.journeys.browser import Visitor
from tests.journeys.makers import IMPORTER, PRODUCTS, THU_DAU_MOT, WARNINGS
from tests.journeys.steps import link_mailed_to, work_in_the_background, workbook

EMAIL = "moc@example.org"
DESK = "/vi/seller/xuong-moc-mau"


def open_account(maker: Visitor) -> None:
    """Register, open the link of the letter, press the button, sign in."""
    maker.open("/vi/vn/register")
    maker.submit("open", firstName="Tâm", lastName="Thợ Mộc", email=EMAIL, password=PASSWORD)
    work_in_the_background()
    maker.open(link_mailed_to(EMAIL))
    maker.submit("confirm")
    sign_in(maker, EMAIL)


def sign_in(person: Visitor, email: str) -> None:
    person.open(f"/{person.language}/eu/sign-in")
    person.submit("enter", email=email, password=PASSWORD)
    assert person.page.locator("form[action$='sign-out']").count() == 1, "nobody is signed in"


def apply_to_sell(maker: Visitor, *, wrong: str, right: str) -> None:
    """A mistyped tax code comes back at its field, with everything else still there."""
    maker.open("/vi/vn/sell")
    application = {
        "entityType": "ENTERPRISE", "legalName": "Công ty TNHH Xưởng Mộc Mẫu", "name": "Xưởng Mộc Mẫu",
        "craft": "FURNITURE", "address.streetAddress1": THU_DAU_MOT["streetAddress1"],
        "address.cityArea": THU_DAU_MOT["cityArea"], "formerDistrict": "Thủ Dầu Một", "phone": "+842740100900",
        "sourceLanguage": "vi", "tagline": "Bàn ghế gỗ keo của Thủ Dầu Một",
    }  # fmt: skip
    maker.refused("apply", **application, taxCode=wrong)
    field = maker.page.locator("[name=taxCode]")
    assert field.get_attribute("aria-invalid") == "true"
    assert maker.page.locator(".field.wrong").count() == 1
    maker.submit("apply", taxCode=right)
    assert maker.says("Your application has arrived. You will have an answer by e-mail.") in maker.text()


def import_products(maker: Visitor, folder: Path) -> None:
    """Two of four rows are refused with row, column and reason; corrected in the page, all are applied."""
    sheet = folder / "san-pham.xlsx"
    sheet.write_bytes(workbook(PRODUCTS))
    maker.open(f"{DESK}/imports")
    maker.submit("upload", file=str(sheet))
    form = maker.form("correct")
    columns = form.locator("input[type=hidden][name^=column-]")
    assert {column.get_attribute("value") for column in columns.all()} == {"Tên sản phẩm", "Giá (VND)"}
    rows = form.locator("tbody tr")
    assert [row.locator("td").first.inner_text() for row in rows.all()] == ["4", "5"]
    assert all(row.locator(".problem").inner_text() for row in rows.all())
    maker.submit("correct", **{"cell-4-0": "Kệ sách năm tầng", "cell-5-0": "1.950.000"})
    assert maker.page.locator(".problem").count() == 0
    maker.submit("apply", mode="ALL_OR_NOTHING")
    # What is read out before each name ("Open") stands on a line of its own.
    names = [text.splitlines()[-1] for text in maker.page.locator("th[scope=row] a").all_inner_texts()]
    assert set(names) == {"Bàn ăn gỗ keo", "Ghế gỗ cao su", "Kệ sách năm tầng", "Tủ đầu giường"}


def offer_table(maker: Visitor) -> None:
    """What is missing is said before anything is published; then facts, two languages, a price, safety, the request."""
    maker.open(f"{DESK}/products")
    maker.follow(maker.page.get_by_role("link", name="Bàn ăn gỗ keo"))
    product = maker.page.url
    maker.open(f"{product}/prices")
    assert maker.page.locator("#market-eu .gaps li").count() >= 4
    publish(maker, status=422)
    assert maker.problems()
    describe_table(maker, product)
    maker.open(f"{product}/prices")
    maker.page.locator("#market-eu [name^=price-eu-]").fill("389.00")
    with maker.page.expect_navigation():
        maker.page.locator("#market-eu form:has([value=save_prices]) button").click()
    publish(maker, status=422)
    assert len(maker.problems()) == 2, "the Union's two remain: who answers for it, and what it warns of"
    name_importer(maker)
    warn(maker, product)
    maker.open(f"{product}/prices")
    assert maker.page.locator("#market-eu .notice.warning").count() == 0
    publish(maker, status=200)
    maker.open(f"{product}/approval")
    maker.submit("submit")


def describe_table(maker: Visitor, product: str) -> None:
    """The HS code, what one packed piece weighs and measures, two languages."""
    maker.open(product)
    maker.submit("save", hsCode="940360", material="Gỗ keo")
    maker.open(f"{product}/variants")
    maker.follow(maker.page.get_by_role("link", name="BAN-01"))
    maker.submit("save", grossWeightG="38", lengthMm="160", widthMm="80", heightMm="15")
    translate(maker, product, "nl", name="Houten tafel van acacia", description="Een eettafel voor zes personen.")
    translate(maker, product, "en", name="Acacia table", description="A dining table for six.")


def name_importer(maker: Visitor) -> None:
    """A postal code that the Netherlands do not have comes back at its field; then the importer in Utrecht."""
    maker.open(f"{DESK}/responsible")
    maker.follow(maker.page.locator("main").get_by_role("link", name=maker.says("Name somebody")).first)
    person = {name: IMPORTER[name] for name in ("name", "email")} | IMPORTER["address"]
    maker.refused("save", **{**person, "postalCode": "ABC"})
    assert maker.page.locator("[name=postalCode]").get_attribute("aria-invalid") == "true"
    maker.submit("save", postalCode=person["postalCode"])
    assert maker.page.locator("main .card h2").all_inner_texts() == [IMPORTER["name"]]


def warn(maker: Visitor, product: str) -> None:
    """From what is missing to the place where it is mended: the warnings, then their Dutch translation."""
    maker.open(f"{product}/approval")
    maker.follow(maker.page.locator("#window-eu .gaps a[href*='/safety#']").first)
    maker.submit("save", warnings=WARNINGS[0])
    maker.submit("translate", **{"warnings-nl": WARNINGS[1]})


def publish(maker: Visitor, *, status: int) -> None:
    with maker.page.expect_navigation() as led:
        maker.page.locator("#market-eu form:has([name=action][value=publish]) button").click()
    assert led.value is not None and led.value.status == status, maker.problems()


def translate(maker: Visitor, product: str, language: str, **texts: str) -> None:
    maker.open(f"{product}/translations?language={language}")
    maker.submit("save", **texts)


def trace_lot(maker: Visitor) -> str:
    """A lot of tables with a step, told in Dutch too, and codes for its labels; returns one code."""
    maker.open(f"{DESK}/lots/new")
    article = maker.page.locator("[name=variant] option", has_text="BAN-01").get_attribute("value")
    assert article
    facts = {"number": "L-01", "quantity": "20", "producedOn": "2026-10-01", "place": "Phường Thủ Dầu Một"}
    maker.submit("create", variant=article, **facts)
    lot = maker.page.url
    maker.submit(
        "add_step", kind="HARVESTING", occurredAt="2026-09-01T07:30", title="Khai thác gỗ keo", place="Xã Dầu Tiếng"
    )
    maker.open(f"{lot}/translations?language=nl")
    maker.submit("save", **{"title-": "Acacia gekapt"})
    maker.open(lot)
    maker.submit("make_codes", count="5")
    codes = maker.page.locator(".label code").all_inner_texts()
    assert len(set(codes)) == 5
    return codes[0]


def send_parcel(maker: Visitor, desk: str, *, tracking: str, slip: str = "", code: str = "") -> None:
    """Pack, ship, fetch the papers, tell how it went on the way. ``slip`` is the number as it was mistyped at first."""
    maker.open(f"{desk}/orders")
    maker.follow(maker.page.locator("th[scope=row] a").last)
    maker.submit("pack")
    if slip:
        maker.refused("ship", carrier="Voorbeeld Post", trackingNumber=slip, traceCodes=code)
    maker.submit("ship", carrier="Voorbeeld Post", trackingNumber=tracking, traceCodes=code)
    work_in_the_background()
    maker.page.reload()
    assert re.sub(r"\W", "", code) in re.sub(r"\W", "", maker.text())
    papers = maker.page.locator(".parcel ul a.button")
    assert papers.count() == 2
    assert all(maker.fetch(paper.get_attribute("href")).startswith(b"%PDF") for paper in papers.all())
    for status in ("IN_TRANSIT", "DELIVERED"):
        maker.submit("track", status=status, place="Utrecht")
    work_in_the_background()
