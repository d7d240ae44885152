"""A visitor's way through a fair, read in Korean: registration, badge, directory, stand, account, request, offer."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from catalog.products.translate import translate_product
from i18n.money import Money
from i18n.today import today_here
from marketplace.channels.defaults import create_default_channels
from marketplace.expo.arrange import translate_expo
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product, translate_exhibitor
from marketplace.expo.models import Exhibitor, Lead
from marketplace.fair_trade.models import LeadOutcome, OutcomeKind
from marketplace.fair_trade.outcomes_of import OutcomeSum, outcomes_of
from marketplace.graphql import to_global_id
from tests.cast import assemble
from tests.factories.accounts import PASSWORD
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.orders import make_exchange_rate
from tests.journeys.browser import Visitor
from tests.journeys.conftest import NewVisitor
from tests.journeys.maker_pages import sign_in
from tests.journeys.steps import link_mailed_to, work_in_the_background

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
EMAIL = "kim.yesi@example.org"
NAME = "김예시"
FAIR = "hoi-cho-do-go"
TELEPHONE = {"viewport": {"width": 360, "height": 740}, "service_workers": "allow"}


@pytest.fixture
def stand(site: str, client: Client) -> Exhibitor:
    """A fair that is on today. Mộc Ví Dụ shows a chair there that is sold in Korea."""
    create_default_channels()
    cast = assemble()
    make_exchange_rate()
    seller = cast.woodworks.seller
    chair = make_product(seller=seller, name="Ghế lưng nan", slug="ghe-lung-nan", source_language="vi")
    make_sellable_variant(make_channel("kr"), product=chair, price=Decimal(98000))
    translate_product(product=chair, language="ko", texts={"name": "살 등받이 의자"})
    expo = make_expo(slug=FAIR, name="Hội chợ đồ gỗ", starts_on=today_here() - timedelta(days=1), venue="WTC Expo")
    translate_expo(expo=expo, language="ko", texts_given={"name": "목재 가구 박람회"})
    exhibitor = make_exhibitor(expo, name="Mộc Ví Dụ", seller=seller, description="Bàn ghế gỗ.")
    translate_exhibitor(exhibitor=exhibitor, language="ko", texts_given={"description": "원목 가구를 만듭니다."})
    assign_booth(booth=make_booth(make_hall(expo)), exhibitor=exhibitor)
    show_product(exhibitor=exhibitor, product=chair)
    work_in_the_background()
    assert client.get("/ko/kr/fairs").status_code == 200  # what the first request has to load is loaded
    return exhibitor


def register(kim: Visitor) -> str:
    """From the fair's page to the badge; the number on it."""
    kim.open("/ko/kr/fairs")
    kim.follow(kim.page.get_by_role("link", name="목재 가구 박람회").first)
    kim.follow(kim.page.locator(f"main a[href$='/fairs/{FAIR}/visit']").first)
    given = {"email": EMAIL, "name": NAME, "firm": "한빛예시상사", "country": "KR"}
    kim.submit("register", **given, consents="LEADS")
    work_in_the_background()
    kim.open(link_mailed_to(EMAIL))
    kim.submit("confirm")
    assert kim.says("You are registered. Your badge is ready.") in kim.text()
    pdf = kim.fetch(kim.page.get_by_role("link", name=kim.says("Print the badge (PDF, A6)")).get_attribute("href"))
    assert pdf.startswith(b"%PDF")
    return kim.page.locator("section[aria-labelledby=badge] .figures").inner_text().strip()


def find_exhibitor(kim: Visitor) -> None:
    """Searched in the directory, without marks, and opened."""
    kim.open(f"/ko/kr/fairs/{FAIR}?q=moc+vi+du")
    kim.follow(kim.page.get_by_role("link", name="Mộc Ví Dụ").first)
    assert "원목 가구를 만듭니다." in kim.text()
    assert "살 등받이 의자" in kim.text()


def desk(stand: Exhibitor) -> str:
    return f"/vi/exhibitor-desk/{FAIR}/{to_global_id('Exhibitor', stand.pk)}/leads"


def scan(owner: Visitor, stand: Exhibitor, code: str) -> None:
    """At the stand, where the network fails just then; sent once when it is back."""
    page = owner.open(f"{desk(stand)}/scan")
    page.wait_for_selector("[data-ready]")
    owner.context.set_offline(True)
    page.locator("[name=code]").fill(code.lower())
    page.locator("[name=note]").fill("Chuỗi quán cà phê, cần 300 ghế.")
    page.locator("[name=rating][value='5']").check()
    page.locator("summary").click()
    page.locator("[name=exhibits]").check()
    page.locator("#entry button[type=submit]").click()
    page.locator("#queue li").wait_for()
    assert not Lead.objects.exists()
    owner.context.set_offline(False)
    page.locator("#queue li").wait_for(state="detached")
    page.locator("#said a").wait_for()
    assert NAME in page.locator("#said").inner_text()
    lead = Lead.objects.get()
    assert (lead.rating, lead.exhibits.count(), lead.scans.count()) == (5, 1, 1)


def open_account(kim: Visitor) -> None:
    """By the link of the exhibitor's letter; the same link leads on when there is an account."""
    letter = link_mailed_to(EMAIL)
    kim.open(letter)
    assert "WTC에서 뵙겠습니다." in kim.text()
    kim.follow(kim.page.get_by_role("link", name=kim.says("Open an account")).first)
    kim.submit("open", firstName="예시", lastName="김", email=EMAIL, password=PASSWORD)
    work_in_the_background()
    kim.open(link_mailed_to(EMAIL))
    kim.submit("confirm")
    sign_in(kim, EMAIL)
    kim.open(letter)


def offer(owner: Visitor, quote: str) -> None:
    owner.open(f"/vi/seller/{owner_slug()}/quotes/{quote}")
    owner.submit(
        "offer", **{"price-0": "91000", "leadTimeDays": "45", "namedPlace": "Busan", "paymentKind": "FULL"}, freight="0"
    )


def owner_slug() -> str:
    return Exhibitor.objects.select_related("seller").get().seller.slug  # type: ignore[union-attr]  # it is linked above


def test_from_the_fair_to_an_offer_in_korean(stand: Exhibitor, visitor: NewVisitor) -> None:
    kim: Any = visitor(language="ko", locale="ko-KR")
    code = register(kim)
    find_exhibitor(kim)

    owner: Any = visitor(language="vi", **TELEPHONE)
    sign_in(owner, stand_owner(stand))
    scan(owner, stand, code)
    owner.open(desk(stand))
    owner.follow(owner.page.locator("tbody th a").first)
    assert EMAIL in owner.text()
    owner.submit("invite", message="WTC에서 뵙겠습니다.")
    work_in_the_background()

    open_account(kim)
    assert kim.page.locator("[name=quantity-0]").count() == 1, "what was of interest is written already"
    kim.submit("send", **{"quantity-0": "300", "text": "서울 카페 12곳에 쓸 의자입니다."})
    quote = kim.page.url.partition("?")[0].rpartition("/")[2]
    work_in_the_background()

    offer(owner, quote)
    work_in_the_background()
    kim.open(f"/ko/kr/quotes/{quote}")
    assert kim.says("Your answer is awaited") in kim.text()
    assert "27,300,000" in kim.text().replace("\u00a0", " ")

    lead, outcome = Lead.objects.get(), LeadOutcome.objects.get()
    assert (outcome.lead, outcome.amount) == (lead, Decimal(27_300_000))
    assert outcomes_of(stand.expo) == [OutcomeSum(OutcomeKind.QUOTE, 1, Money(Decimal(27_300_000), "KRW"))]
    owner.open(desk(stand))
    assert outcome.number in owner.text()


def stand_owner(stand: Exhibitor) -> str:
    from marketplace.sellers.membership import owners_of

    return owners_of([stand.seller_id or 0])[0].email
