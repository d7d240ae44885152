"""Exhibiting, page by page: from the application through the organiser's answer to money and the manual."""

from dataclasses import dataclass

import pytest
from django.test import Client

from marketplace.accounts.models import User
from marketplace.expo.invoices.balance import balance_of
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.manual.answer import ManualAnswer
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.models import CoExhibitor, Exhibitor, Expo, FairApplication, FairPackage
from marketplace.expo.packages.terms import terms_of
from marketplace.expo.people.members import add_exhibitor_member
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_expo_officer, make_user
from tests.factories.channels import make_channel
from tests.factories.fair_business import make_contracted, make_manual_page, make_open_fair, make_submitted
from tests.factories.sellers import make_tax_code
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db


@dataclass
class Fair:
    expo: Expo
    exhibitor: Exhibitor
    page: ManualPage
    waiting: FairApplication
    officer: User
    manager: User

    @property
    def desk(self) -> str:
        return f"/en/exhibitor-desk/{self.expo.slug}/{to_global_id('Exhibitor', self.exhibitor.pk)}"

    @property
    def staff(self) -> str:
        return f"/en/expo-desk/{self.expo.slug}"


@pytest.fixture
def fair() -> Fair:
    make_channel("vn", currency_code="VND")
    expo, manager = make_open_fair(slug="hoi-cho-mo"), make_user(first_name="An", last_name="Ví Dụ")
    page, exhibitor = make_manual_page(expo), make_contracted(expo, user=manager)
    return Fair(expo, exhibitor, page, make_submitted(expo, name="Gốm Chờ"), make_expo_officer(), manager)


def test_a_firm_applies_in_two_steps(browser: Client, fair: Fair) -> None:
    path = f"/en/vn/fairs/{fair.expo.slug}/apply"
    assert "First an account" in read(browser, path)
    sign_in(browser, make_user())
    package, terms = FairPackage.objects.get(expo=fair.expo), terms_of(fair.expo)
    assert terms is not None
    fields = {
        "name": "Nhà Máy Ghế Ví Dụ",
        "country": "VN",
        "taxCode": make_tax_code(),
        "packageId": to_global_id("FairPackage", package.pk),
        "currency": "VND",
        "boothKind": "SHELL",
        "area": "12,5",
        "shares0": "Bạn Hàng",
        "sharesCountry0": "KR",
    }
    refused(browser, path, "save", **{**fields, "area": "many"})
    html = carried_out(browser, path, "save", **fields)
    draft = FairApplication.objects.get(name="Nhà Máy Ghế Ví Dụ")
    assert "Go on with it" in html
    assert [firm["name"] for firm in draft.co_exhibitors] == ["Bạn Hàng"]
    key = to_global_id("FairApplication", draft.pk)
    html = refused(browser, path, "hand_in", **fields, draft=key, terms=to_global_id("FairTerms", terms.pk))
    assert "Accept the terms of the fair to apply." in html
    more = {
        "address": "1 Đường Ví Dụ",
        "contactName": "An",
        "email": "an@example.org",
        "phone": "0274",
        "products": "Ghế",
        "accepted": "1",
        "terms": to_global_id("FairTerms", terms.pk),
    }
    html = carried_out(browser, path, "hand_in", **{**fields, **more}, draft=key)
    assert "With the organiser" in html
    assert FairApplication.objects.filter(name="Nhà Máy Ghế Ví Dụ").count() == 1
    carried_out(browser, path, "withdraw", application=key)
    draft.refresh_from_db()
    assert draft.status == "WITHDRAWN"


def test_the_organiser_answers_bills_and_records_what_comes_in(browser: Client, fair: Fair) -> None:
    sign_in(browser, fair.officer)
    assert "Gốm Chờ" in read(browser, f"{fair.staff}/applications?q=gom+cho")
    one = f"{fair.staff}/applications/{to_global_id('FairApplication', fair.waiting.pk)}"
    read(browser, one)
    refused(browser, one, "decline", reason="")
    carried_out(browser, one, "approve")
    made = Exhibitor.objects.get(name="Gốm Chờ")
    key = to_global_id("Exhibitor", made.pk)
    extras = {"extra0": "Ghế", "quantity0": "4", "unitPrice0": "50000"}
    html = carried_out(
        browser, f"{fair.staff}/invoices", "issue", exhibitorId=key, currency="VND", withStandard="1", **extras
    )
    assert "Ghế" in html
    invoice = FairInvoice.objects.get(exhibitor=made)
    paper = f"{fair.staff}/invoices/{to_global_id('FairInvoice', invoice.pk)}"
    refused(browser, paper, "record", amount="", paidOn="2026-01-05", reference="FT1")
    carried_out(browser, paper, "record", amount="1000000", paidOn="2026-01-05", reference="FT1")
    payment = to_global_id("FairPayment", invoice.payments.get().pk)
    carried_out(browser, paper, "withdraw", payment=payment, reason="Nhầm")
    carried_out(browser, paper, "credit", netAmount="", reason="Làm lại")
    assert balance_of(invoice).credited == invoice.gross
    assert invoice.paper.number in read(browser, f"{fair.staff}/invoices")


def test_staff_prepare_what_exhibitors_book_and_read(browser: Client, fair: Fair) -> None:
    sign_in(browser, fair.officer)
    packages = f"{fair.staff}/packages"
    new = {"name": "Đất trống", "leastArea": "36", "badgeAllowance": "10", "sourceLanguage": "vi"}
    carried_out(browser, packages, "create", **new)
    package = to_global_id("FairPackage", FairPackage.objects.get(name="Đất trống").pk)
    carried_out(browser, packages, "set_price", package=package, kind="PACKAGE", amount="7000000", currency="VND")
    refused(browser, packages, "set_price", package=package, kind="PACKAGE", amount="7.5", currency="VND")
    carried_out(browser, packages, "update", package=package, **new)
    assert not FairPackage.objects.get(name="Đất trống").is_offered
    carried_out(browser, packages, "add_pavilion", pavilionName="Hàn Quốc", country="KR", colour="#112233")
    pavilion = to_global_id("Pavilion", fair.expo.pavilions.get().pk)
    carried_out(browser, packages, "remove_pavilion", pavilion=pavilion)
    terms = f"{fair.staff}/terms"
    refused(browser, terms, "publish", **{"text-en": "Only English"})
    carried_out(browser, terms, "publish", **{"text-vi": "Điều 1. Mới", "text-en": "1. New"})
    refused(browser, terms, "save_organiser", name="", daysToPay="14")
    manual = f"{fair.staff}/manual"
    carried_out(browser, manual, "create", title="Điện", body="220 V", sourceLanguage="vi")
    page = f"{manual}/{to_global_id('ManualPage', ManualPage.objects.get(title='Điện').pk)}"
    refused(browser, page, "ask_questions", label0="Màu?", kind0="CHOICE", choices0="Đỏ")
    carried_out(browser, page, "ask_questions", label0="Màu?", kind0="CHOICE", choices0="Đỏ\r\nXanh")
    carried_out(browser, page, "save", title="Điện", body="380 V", dueOn="2027-01-05")
    carried_out(browser, page, "delete")


def test_the_exhibitor_agrees_answers_and_invites(browser: Client, fair: Fair) -> None:
    sign_in(browser, fair.manager)
    html = read(browser, f"{fair.desk}/")
    assert "Read the contract and accept it" in html
    assert "2 open" in html
    documents = f"{fair.desk}/documents"
    refused(browser, documents, "accept", name="An")
    assert "Accepted online by An" in carried_out(browser, documents, "accept", name="An", read="1")
    page = f"{fair.desk}/manual/{to_global_id('ManualPage', fair.page.pk)}"
    refused(browser, page, "answer", q0="", q1="4")
    carried_out(browser, page, "answer", q0="Thợ của chúng tôi", q1="3,5", q2="1")
    kept = {row.question.kind: row for row in ManualAnswer.objects.filter(exhibitor=fair.exhibitor)}
    assert (str(kept["NUMBER"].number), kept["CHOICE"].choice) == ("3.5000", 1)
    assert "Everything is done" in read(browser, f"{fair.desk}/")
    profile = f"{fair.desk}/profile"
    carried_out(browser, profile, "save", description="Ghế", categories="ghế, bàn", email="a@example.org")
    carried_out(browser, profile, "share", name="Bạn Hàng", country="KR")
    firm = CoExhibitor.objects.get(exhibitor=fair.exhibitor)
    carried_out(browser, profile, "unshare", firm=to_global_id("CoExhibitor", firm.pk))
    team = f"{fair.desk}/team"
    carried_out(browser, team, "invite", email="moi@example.org", role="STAND")
    asked = fair.exhibitor.invitations.get()
    carried_out(browser, team, "revoke", invitation=to_global_id("ExhibitorInvitation", asked.pk))
    me = to_global_id("ExhibitorMember", fair.exhibitor.members.get().pk)
    refused(browser, team, "leave", member=me)
    assert "application" in read(browser, f"{fair.desk}/application").lower()


def test_the_stand_sees_tasks_but_no_money_and_strangers_nothing(browser: Client, fair: Fair) -> None:
    stand = make_user()
    add_exhibitor_member(exhibitor=fair.exhibitor, user=stand, role="STAND")
    sign_in(browser, stand)
    assert "Read the contract" in read(browser, f"{fair.desk}/")
    read(browser, f"{fair.desk}/team")
    for page in ("documents", "manual", "profile", "application"):
        assert browser.get(f"{fair.desk}/{page}").status_code == 403
    sign_in(browser, make_user())
    for page in ("", "documents", "team"):
        assert browser.get(f"{fair.desk}/{page}").status_code == 404


def test_every_page_reads_in_vietnamese_and_korean(browser: Client, fair: Fair) -> None:
    sign_in(browser, fair.manager)
    page = f"manual/{to_global_id('ManualPage', fair.page.pk)}"
    for language in ("vi", "ko"):
        for path in ("", "documents", "manual", page, "profile", "team", "application"):
            read(browser, f"{fair.desk}/{path}".replace("/en/", f"/{language}/", 1))
    read(browser, "/vi/exhibitor-desk/invitation?token=x")
    sign_in(browser, fair.officer)
    for path in ("applications", "invoices", "packages", "terms", "manual"):
        read(browser, f"{fair.staff}/{path}".replace("/en/", "/vi/", 1))
