"""What a fair sells and asks of exhibitors, for tests; every firm here is made up."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from i18n.money import Money
from marketplace.accounts.models import User
from marketplace.expo.applications.decide import approve_application
from marketplace.expo.applications.draft import start_application
from marketplace.expo.applications.submit import submit_application
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.manual.write import PagePlan, QuestionDraft, create_manual_page, set_questions
from marketplace.expo.models import Exhibitor, Expo, FairApplication, FairPackage, Organiser, PriceKind
from marketplace.expo.packages.offer import PackagePlan, create_package
from marketplace.expo.packages.prices import PriceDraft, set_package_price
from marketplace.expo.packages.publish_terms import publish_terms
from marketplace.expo.packages.set_organiser import set_organiser
from marketplace.expo.packages.terms import terms_of
from tests.factories.accounts import make_user
from tests.factories.expo import make_expo
from tests.factories.sellers import make_tax_code

TERMS = {"vi": "Điều 1. Gian hàng.\n\nĐiều 2. Thanh toán.", "en": "1. The booth.\n\n2. Payment."}
PRICES = {
    PriceKind.REGISTRATION: 1_000_000,
    PriceKind.PACKAGE: 5_000_000,
    PriceKind.SQUARE_METRE: 2_000_000,
    PriceKind.CO_EXHIBITOR: 1_500_000,
    PriceKind.POWER: 400_000,
    PriceKind.WATER: 900_000,
}


def make_organiser(expo: Expo, **overrides: Any) -> Organiser:
    fields = {
        "name": "Công ty Hội chợ Ví Dụ",
        "address": "1 Đường Ví Dụ, Thủ Dầu Một",
        "tax_code": make_tax_code(),
        "representative": "Bà Nguyễn Ví Dụ, Giám đốc",
        "bank_name": "Ngân hàng Ví Dụ",
        "bank_account_holder": "Công ty Hội chợ Ví Dụ",
        "bank_account_number": "0000 1111 2222",
        "number_prefix": f"HC{expo.pk}",
    }
    return set_organiser(expo=expo, values={**fields, **overrides})


def make_package(expo: Expo, *, prices: dict[str, int] | None = None, **overrides: Any) -> FairPackage:
    """With prices in đồng from today on."""
    package = create_package(expo=expo, plan=PackagePlan(**{"name": "Gói tiêu chuẩn", **overrides}))
    for kind, amount in (PRICES if prices is None else prices).items():
        draft = PriceDraft(kind, Money(Decimal(amount), "VND"), timezone.localdate())
        set_package_price(package=package, draft=draft, today=timezone.localdate())
    return package


def make_open_fair(**overrides: Any) -> Expo:
    """A published fair that takes applications: organiser, terms and one package."""
    expo = make_expo(**overrides)
    make_organiser(expo)
    publish_terms(expo=expo, wording=TERMS, by=None, now=timezone.now())
    make_package(expo)
    return expo


def application_fields(expo: Expo, **overrides: Any) -> dict[str, Any]:
    """Everything that handing in asks for."""
    fields = {
        "name": "Công ty TNHH Gốm Thử Nghiệm",
        "country": "VN",
        "tax_code": make_tax_code(),
        "address": "2 Đường Ví Dụ, Thuận An",
        "contact_name": "Trần Ví Dụ",
        "email": "gom@example.org",
        "phone": "+842743822222",
        "products": "Chén, bát, bình hoa",
        "package": FairPackage.objects.filter(expo=expo).first(),
        "area": Decimal(18),
        "currency": "VND",
    }
    return {**fields, **overrides}


def make_application(expo: Expo | None = None, *, user: User | None = None, **overrides: Any) -> FairApplication:
    """A draft with all that is needed to hand it in."""
    expo = expo or make_open_fair()
    fields = application_fields(expo, **overrides)
    return start_application(expo=expo, user=user or make_user(), values=fields, now=timezone.now())


def make_submitted(expo: Expo | None = None, *, user: User | None = None, **overrides: Any) -> FairApplication:
    application = make_application(expo, user=user, **overrides)
    assert application.user is not None
    terms = terms_of(application.expo)
    return submit_application(application=application, terms=terms, by=application.user, now=timezone.now())


def make_contracted(expo: Expo | None = None, *, user: User | None = None, **overrides: Any) -> Exhibitor:
    """An exhibitor with a contract, whose application was approved."""
    return approve_application(application=make_submitted(expo, user=user, **overrides), by=None, now=timezone.now())


def make_manual_page(expo: Expo, *, days: int | None = 10, **overrides: Any) -> ManualPage:
    """Due in ``days``, with one question of each kind, the first of them needed."""
    due_on = date.today() + timedelta(days=days) if days is not None else None  # noqa: DTZ011  # any day will do
    plan = PagePlan(**{"title": "Xây dựng gian hàng", "body": "Giờ dựng: 8–18.", "due_on": due_on, **overrides})
    page = create_manual_page(expo=expo, plan=plan)
    drafts = [
        QuestionDraft("Ai dựng gian hàng?", "TEXT", is_required=True),
        QuestionDraft("Cao bao nhiêu mét?", "NUMBER"),
        QuestionDraft("Thảm màu nào?", "CHOICE", choices="Đỏ\nXanh"),
        QuestionDraft("Bản vẽ", "FILE"),
    ]
    set_questions(page=page, drafts=drafts)
    return page


def contract_of(exhibitor: Exhibitor) -> FairContract:
    return FairContract.objects.select_related("paper").get(exhibitor=exhibitor)


def later(**stretch: int) -> datetime:
    return timezone.now() + timedelta(**stretch)
