"""``report_fake``: tell the maker and the operator of goods that may be a fake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from catalog.refusal import Problem, Refused
from catalog.traceability.code import normalise
from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.consents import of_report
from catalog.traceability.shopper.events import FakeReported
from catalog.traceability.shopper.fakes.photo import keep_photo, remove_photo
from catalog.traceability.shopper.fakes.report import FakeReport
from catalog.traceability.shopper.words import checked_text
from i18n.languages import language as known_language
from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.validate import is_country
from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.accounts.consents.write import record_consents
from marketplace.accounts.user import normalise_email
from marketplace.events.publish import publish

MOST_A_DAY = 20
"""Of one code; of all codes that nobody knows together, so that the operator is not buried in inventions."""
MOST_UNKNOWN_A_DAY = 200


@dataclass(frozen=True, slots=True)
class FakeData:
    code: str
    bought_at: str
    country: str = ""
    text: str = ""
    contact_email: str = ""
    language: str = "en"


def report_fake(*, data: FakeData, photo: bytes | None, now: datetime) -> FakeReport:
    """Open a case. The photo is written anew without place and device. Raises `Refused`; nothing is kept then."""
    typed = checked_text("code", data.code, 60, is_required=True)
    known = TraceCode.objects.select_related("lot").filter(pk=normalise(typed)).first()
    row = FakeReport(
        typed_code=typed,
        code=known,
        seller_id=known.lot.seller_id if known else None,
        bought_at=checked_text("bought_at", data.bought_at, 300, is_required=True),
        country=data.country if is_country(data.country) else "",
        text=checked_text("text", data.text, 3000),
        language=known_language(data.language).code,
        contact_email=_checked_email(data.contact_email),
        created_at=now,
    )
    _refuse_more(known, now)
    row.photo = keep_photo(photo) if photo else ""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            if row.contact_email:
                _log_consent(row)
            publish(FakeReported(report_id=str(row.pk)))
    except BaseException:
        remove_photo(row.photo)
        raise
    return row


def _log_consent(row: FakeReport) -> None:
    record_consents(
        [of_report(row)],
        email=row.contact_email,
        user=None,
        language=row.language,
        place=ConsentPlace.FAKE_REPORT_FORM,
        now=row.created_at,
    )


def _checked_email(text: str) -> str:
    email = normalise_email(text.strip())
    if email:
        try:
            validate_email(email)
        except ValidationError as wrong:
            raise Refused(Problem("contact_email", "INVALID", _("This is not an e-mail address."))) from wrong
    return email


def _refuse_more(known: TraceCode | None, now: datetime) -> None:
    told = FakeReport.objects.filter(code=known, created_at__gt=now - timedelta(days=1)).count()
    if told >= (MOST_A_DAY if known else MOST_UNKNOWN_A_DAY):
        raise Refused(Problem("code", "TOO_MANY", _("This was reported many times today. Try again tomorrow.")))
