"""``issue_contract``: fix what the contract of an exhibitor says, in the transaction that approves it."""

from datetime import datetime
from typing import Any

from i18n.money import Money
from i18n.today import day_here
from marketplace.events.publish import publish
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.contracts.events import FairPaperIssued
from marketplace.expo.contracts.numbers import next_number
from marketplace.expo.contracts.paper import FairPaper, PaperKind
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.local_name import local_name
from marketplace.expo.packages.organiser import Organiser
from marketplace.expo.packages.prices import prices_on

BINDING = "vi"


def issue_contract(*, application: FairApplication, exhibitor: Exhibitor, now: datetime) -> FairContract:
    """Everything on the paper comes from its content: nothing is looked up later. The caller holds the fair's lock."""
    known = FairContract.objects.filter(exhibitor=exhibitor).first()
    if known is not None:
        return known
    organiser = Organiser.objects.get(expo_id=application.expo_id)
    sequence, number = next_number(organiser, PaperKind.CONTRACT)
    paper = FairPaper.objects.create(
        expo_id=application.expo_id,
        exhibitor=exhibitor,
        kind=PaperKind.CONTRACT,
        sequence=sequence,
        number=number,
        language=application.language,
        content=_content(application, organiser, now),
        issued_on=day_here(now),
    )
    publish(FairPaperIssued(paper_id=str(paper.pk)))
    return FairContract.objects.create(exhibitor=exhibitor, paper=paper)


def organiser_as_data(organiser: Organiser) -> dict[str, str]:
    names = ("name", "address", "tax_code", "representative", "email", "phone")
    bank = ("bank_name", "bank_account_holder", "bank_account_number", "bic")
    return {name: getattr(organiser, name) for name in (*names, *bank)}


def applicant_as_data(application: FairApplication) -> dict[str, str]:
    names = ("name", "address", "tax_code", "country", "contact_name", "email", "phone")
    return {name: getattr(application, name) for name in names}


def _content(application: FairApplication, organiser: Organiser, now: datetime) -> dict[str, Any]:
    expo, terms = application.expo, application.terms
    languages = list(dict.fromkeys((BINDING, application.language)))
    wording = [terms.text_in(language) for language in languages] if terms is not None else []
    return {
        "languages": languages,
        "organiser": organiser_as_data(organiser),
        "exhibitor": applicant_as_data(application),
        "fair": [local_name(expo, language) for language in languages],
        "venue": expo.venue,
        "starts_on": expo.starts_on.isoformat(),
        "ends_on": expo.ends_on.isoformat(),
        "package": [_package(application, language) for language in languages],
        "area": str(application.area),
        "booth_kind": application.booth_kind,
        "power_kilowatts": str(application.power_kilowatts),
        "needs_water": application.needs_water,
        "co_exhibitors": [each["name"] for each in application.co_exhibitors],
        "prices": _prices(application, now),
        "terms_number": terms.number if terms is not None else 0,
        "terms": [{"text": text, "language": language} for text, language in wording],
        "accepted_at": application.accepted_at.isoformat() if application.accepted_at else "",
    }


def _prices(application: FairApplication, now: datetime) -> list[dict[str, str]]:
    if application.package is None:
        return []
    found = prices_on(application.package, currency=application.currency, on=day_here(now))
    return [{"kind": kind, **_money(money)} for kind, money in found.items()]


def _money(money: Money) -> dict[str, str]:
    return {"amount": f"{money.amount.normalize():f}", "currency": money.currency}


def _package(application: FairApplication, language: str) -> str:
    return local_name(application.package, language) if application.package is not None else ""
