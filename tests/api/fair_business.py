"""What the world's fair sells and asks: the owner has applied, is an exhibitor with a contract, and owes an invoice."""

from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils import timezone

from i18n.money import Money
from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.expo.applications.application import ApplicationStatus
from marketplace.expo.contracts.issue import issue_contract
from marketplace.expo.invoices.credit import credit_invoice
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.invoices.lines import EXTRA, LineDraft
from marketplace.expo.invoices.pay import record_payment
from marketplace.expo.manual.answer_page import Answer, answer_manual_page
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.models import Exhibitor, FairApplication, FairContract
from marketplace.expo.packages.publish_terms import publish_terms
from marketplace.expo.packages.terms import terms_of
from marketplace.expo.pavilions.arrange import PavilionPlan, create_pavilion
from marketplace.expo.pavilions.share_booth import CoExhibitorEntry, add_co_exhibitor
from marketplace.expo.people.invite import invitation_token, invite_to_exhibitor
from marketplace.expo.people.members import add_exhibitor_member
from tests.factories.accounts import make_user
from tests.factories.fair_business import (
    TERMS,
    make_application,
    make_manual_page,
    make_organiser,
    make_package,
    make_submitted,
)


def make_business(facts: dict[str, Any], owner: User) -> dict[str, Any]:
    expo, exhibitor = facts["expo"], facts["exhibitor"]
    make_organiser(expo)
    publish_terms(expo=expo, wording=TERMS, by=None, now=timezone.now())
    package = make_package(expo)
    application = make_submitted(expo, user=owner, country="NL", tax_code="", name="Hóa đơn của chủ")
    contract = _contract(application, exhibitor)
    page, free_page = make_manual_page(expo), make_manual_page(expo, title="Trang trống")
    _answer(exhibitor, page, owner)
    invoice = _bill(exhibitor, owner)
    return {
        "fair_package": package,
        "fair_terms": terms_of(expo),
        "fair_application": make_submitted(expo, user=owner, country="NL", tax_code="", name="Đơn đang chờ"),
        "fair_draft": make_application(expo, user=owner, country="NL", tax_code="", name="Đơn nháp"),
        "fair_contract": contract,
        "fair_invoice": invoice,
        "fair_payment": invoice.payments.get(),
        "pavilion": create_pavilion(expo=expo, plan=PavilionPlan(name="Khu Hà Lan", country="NL")),
        "co_exhibitor": add_co_exhibitor(exhibitor=exhibitor, entry=CoExhibitorEntry(name="Bạn Hàng")),
        "manual_page": page,
        "free_manual_page": free_page,
        "exhibitor_member": add_exhibitor_member(exhibitor=exhibitor, user=make_user(), role="STAND"),
        "exhibitor_invitation": invite_to_exhibitor(
            exhibitor=exhibitor, email="gian.hang@example.org", role="STAND", by=owner, now=timezone.now()
        ),
    }


def more_business(facts: dict[str, Any], owner: User, number: int) -> None:
    """One more of each, of the owner's exhibitor where it can have several."""
    expo, exhibitor = facts["expo"], facts["exhibitor"]
    make_package(expo, name=f"Gói {number}")
    create_pavilion(expo=expo, plan=PavilionPlan(name=f"Khu {number}"))
    add_co_exhibitor(exhibitor=exhibitor, entry=CoExhibitorEntry(name=f"Bạn Hàng {number}"))
    sharing = [{"name": f"Bạn {number}"}]
    make_submitted(expo, user=owner, country="NL", tax_code="", name=f"Đơn {number}", co_exhibitors=sharing)
    _answer(exhibitor, make_manual_page(expo), owner)
    add_exhibitor_member(exhibitor=exhibitor, user=make_user(), role="STAND")
    invite_to_exhibitor(
        exhibitor=exhibitor, email=f"ban{number}@example.org", role="STAND", by=owner, now=timezone.now()
    )
    note = Money(Decimal(1_000), "VND")
    credit_invoice(invoice=_bill(exhibitor, owner), net=note, reason="Giảm", by=None, now=timezone.now())


def own_business(facts: dict[str, Any]) -> dict[str, list[Model]]:
    return {
        "FairPackage": [facts["fair_package"]],
        "FairTerms": [facts["fair_terms"]],
        "FairApplication": [facts["fair_application"], facts["fair_draft"]],
        "FairContract": [facts["fair_contract"]],
        "FairInvoice": [facts["fair_invoice"]],
        "FairPayment": [facts["fair_payment"]],
        "Pavilion": [facts["pavilion"]],
        "CoExhibitor": [facts["co_exhibitor"]],
        "ManualPage": [facts["manual_page"], facts["free_manual_page"]],
        "ManualQuestion": [facts["manual_page"].questions.order_by("position").first()],
        "ExhibitorMember": [facts["exhibitor_member"]],
        "ExhibitorInvitation": [facts["exhibitor_invitation"]],
    }


def business_words(facts: dict[str, Any]) -> dict[str, list[str]]:
    token = invitation_token(facts["exhibitor_invitation"])
    return {
        "exhibitorInvitation token": [token],
        "exhibitorInvitationAccept token": [token],
        "fairPaymentRecord paidOn": [today_here().isoformat()],
        "fairPackagePriceSet effectiveFrom": [today_here().isoformat()],
        "colour": ["#2f5d8a"],
    }


def _contract(application: FairApplication, exhibitor: Exhibitor) -> FairContract:
    FairApplication.objects.filter(pk=application.pk).update(exhibitor=exhibitor, status=ApplicationStatus.APPROVED)
    return issue_contract(application=application, exhibitor=exhibitor, now=timezone.now())


def _answer(exhibitor: Exhibitor, page: ManualPage, owner: User) -> None:
    question = page.questions.get(position=0)
    answers = [Answer(question.pk, text="Thợ của xưởng")]
    answer_manual_page(exhibitor=exhibitor, page=page, answers=answers, by=owner, now=timezone.now())


def _bill(exhibitor: Exhibitor, owner: User) -> FairInvoice:
    lines = [LineDraft(EXTRA, "Ghế", Decimal(4), Money(Decimal(50_000), "VND"))]
    now = timezone.now()
    invoice = issue_invoice(exhibitor=exhibitor, currency="VND", extras=lines, with_standard=False, by=owner, now=now)
    paid = Money(Decimal(100_000), "VND")
    record_payment(invoice=invoice, money=paid, paid_on=today_here(), reference=f"FT{invoice.pk}", by=None, now=now)
    return invoice
