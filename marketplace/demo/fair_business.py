"""What the demo's coming fair sells and asks of exhibitors, and who has applied, signed and paid."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from i18n.money import Money
from i18n.today import today_here
from i18n.translate import set_translation
from marketplace.accounts.models import User
from marketplace.demo.people import People, create_person
from marketplace.demo.sellers import SOURCE_LANGUAGE, SettledSeller
from marketplace.demo.sign_ins import SignIn
from marketplace.demo.world import read
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.applications.decide import approve_application, waitlist_application
from marketplace.expo.applications.draft import start_application
from marketplace.expo.applications.submit import submit_application
from marketplace.expo.contracts.agree import accept_contract
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.exhibition import Expo
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.invoices.pay import record_payment
from marketplace.expo.manual.write import PagePlan, QuestionDraft, create_manual_page, set_questions
from marketplace.expo.packages.offer import PackagePlan, create_package
from marketplace.expo.packages.package import FairPackage
from marketplace.expo.packages.prices import PriceDraft, set_package_price
from marketplace.expo.packages.publish_terms import publish_terms
from marketplace.expo.packages.set_organiser import set_organiser
from marketplace.expo.packages.terms import TermsVersion
from marketplace.expo.pavilions.arrange import PavilionPlan, create_pavilion
from marketplace.expo.pavilions.pavilion import Pavilion

CURRENCIES = ("VND", "USD")


def take_applications(sellers: dict[str, SettledSeller], people: People) -> int:
    """Packages, terms and manual of the fair, and every application of the world file; returns how many there are."""
    data = read("fair_business.toml")
    expo = Expo.objects.get(slug=data["fair"])
    set_organiser(expo=expo, values=data["organiser"])
    wording = {language: text.strip() for language, text in data["terms"].items()}
    terms = publish_terms(expo=expo, wording=wording, by=people.expo_officer, now=timezone.now())
    package, *_others = [_offer(expo, each) for each in data["packages"]]
    pavilion, *_rest = [_plan_pavilion(expo, each) for each in data["pavilions"]]
    for position, each in enumerate(data["manual"]):
        _write_page(expo, each, position)
    for each in data["applications"]:
        seller = sellers[each["seller"]] if "seller" in each else None
        application = _apply(expo, each, terms, seller, package, pavilion if each.get("pavilion") else None)
        _answer(application, each, people.expo_officer)
    return len(data["applications"])


def _offer(expo: Expo, data: dict[str, Any]) -> FairPackage:
    texts = data["texts"]
    plan = PackagePlan(
        **texts[SOURCE_LANGUAGE],
        source_language=SOURCE_LANGUAGE,
        least_area=Decimal(data["least_area"]),
        badge_allowance=data["badge_allowance"],
        position=data["position"],
    )
    package = create_package(expo=expo, plan=plan)
    for kind, amounts in data["prices"].items():
        for amount, currency in zip(amounts, CURRENCIES, strict=True):
            draft = PriceDraft(kind, Money(Decimal(amount), currency), today_here())
            set_package_price(package=package, draft=draft, today=today_here())
    _translate(package, texts)
    return package


def _plan_pavilion(expo: Expo, data: dict[str, Any]) -> Pavilion:
    texts = {language: {"name": name} for language, name in data["texts"].items()}
    plan = PavilionPlan(
        name=texts[SOURCE_LANGUAGE]["name"],
        source_language=SOURCE_LANGUAGE,
        country=data["country"],
        colour=data["colour"],
    )
    pavilion = create_pavilion(expo=expo, plan=plan)
    _translate(pavilion, texts)
    return pavilion


def _write_page(expo: Expo, data: dict[str, Any], position: int) -> None:
    texts, before = data["texts"], data.get("days_before")
    due_on = expo.starts_on - timedelta(days=before) if before is not None else None
    plan = PagePlan(**texts[SOURCE_LANGUAGE], source_language=SOURCE_LANGUAGE, position=position, due_on=due_on)
    page = create_manual_page(expo=expo, plan=plan)
    _translate(page, texts)
    asked = data.get("questions", [])
    drafts = [
        QuestionDraft(
            label=each["label"][SOURCE_LANGUAGE],
            kind=each["kind"],
            choices=each.get("choices", {}).get(SOURCE_LANGUAGE, ""),
            is_required=each.get("required", False),
        )
        for each in asked
    ]
    for question, each in zip(set_questions(page=page, drafts=drafts), asked, strict=True):
        choices = each.get("choices", {})
        words = {code: {"label": label, "choices": choices.get(code, "")} for code, label in each["label"].items()}
        _translate(question, words)


def _translate(row: Any, texts: Mapping[str, Mapping[str, str]]) -> None:
    for language, given in texts.items():
        if language != SOURCE_LANGUAGE:
            set_translation(subject=row.SUBJECT, object_id=row.pk, language=language, texts=given)


def _apply(
    expo: Expo,
    data: dict[str, Any],
    terms: TermsVersion,
    settled: SettledSeller | None,
    package: FairPackage,
    pavilion: Pavilion | None,
) -> FairApplication:
    names = ("name", "country", "tax_code", "address", "contact_name", "email", "phone", "currency", "products")
    values = {name: data[name] for name in names if name in data}
    values |= {"package": package, "area": Decimal(data["area"]), "power_kilowatts": Decimal(data["power"])}
    user = settled.owner if settled is not None else _applicant(data)
    application = start_application(
        expo=expo,
        user=user,
        values={**values, "pavilion": pavilion},
        seller=settled.seller if settled is not None else None,
        now=timezone.now(),
    )
    return submit_application(application=application, terms=terms, by=user, now=timezone.now())


def _applicant(data: dict[str, Any]) -> User:
    family, _space, given = data["contact_name"].rpartition(" ")
    return create_person(SignIn("applicant", data["email"], given, family, data["language"]))


def _answer(application: FairApplication, data: dict[str, Any], officer: User) -> None:
    now = timezone.now()
    if "waitlisted" in data:
        waitlist_application(application=application, reason=data["waitlisted"], by=officer, now=now)
    if not data.get("approved") or application.user is None:
        return
    exhibitor = approve_application(application=application, by=officer, now=now)
    if "paid" not in data:
        return
    contract = FairContract.objects.select_related("paper").get(exhibitor=exhibitor)
    accept_contract(contract=contract, name=application.contact_name, by=application.user, now=now)
    invoice = issue_invoice(exhibitor=exhibitor, currency=application.currency, by=officer, now=now)
    paid = Money(Decimal(data["paid"]), invoice.currency)
    record_payment(invoice=invoice, money=paid, paid_on=today_here(), reference="FT-DEMO-1", by=officer, now=now)
