"""``register_warranty`` and ``confirm_warranty``: two steps, so that nobody registers somebody else's address."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from catalog.refusal import Problem, Refused
from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.consents import of_warranty
from catalog.traceability.shopper.events import WarrantyRegistered
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from catalog.traceability.shopper.warranty.terms import WarrantyTerms
from catalog.traceability.shopper.words import checked_text
from i18n.languages import language as known_language
from i18n.messages import gettext_noop as _
from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.accounts.consents.write import record_consents
from marketplace.accounts.user import normalise_email
from marketplace.events.publish import publish

VALID_FOR = timedelta(days=3)
MOST_WAITING = 3
"""Unconfirmed ones of a piece or of an address: more would be letters that nobody asked for."""
_SALT = "catalog.warranty"
_LONGEST_TOKEN = 300


class WarrantyLinkOver(LookupError):
    """The token is not ours, is too old, or its piece has been registered by somebody else."""


@dataclass(frozen=True, slots=True)
class WarrantyData:
    email: str
    bought_on: date
    consents: bool
    bought_at: str = ""
    language: str = "en"


def register_warranty(*, code: TraceCode, data: WarrantyData, now: datetime) -> WarrantyRegistration:
    """Keep it until it is confirmed by the link that is mailed. Needs ``code.lot.variant``. Raises `Refused`."""
    months = WarrantyTerms.objects.filter(product=code.lot.variant.product_id).values_list("months", flat=True).first()
    if months is None or not code.is_active:
        raise Refused(Problem("code", "NOT_FOUND", _("The maker gives no warranty that could be registered for it.")))
    email = _checked_email(data.email)
    _check(code, data, now)
    shop = checked_text("bought_at", data.bought_at, 200)
    with transaction.atomic():
        TraceCode.objects.select_for_update().get(pk=code.pk)
        _refuse_more(code, email)
        row = WarrantyRegistration.objects.create(
            seller_id=code.lot.seller_id,
            code=code,
            email=email,
            language=known_language(data.language).code,
            bought_on=data.bought_on,
            bought_at=shop,
            ends_on=after_months(data.bought_on, months),
            consented_at=now,
        )
        publish(WarrantyRegistered(registration_id=str(row.pk)))
    return row


def after_months(day: date, months: int) -> date:
    """The same day so many months on; the month's last one where it has no such day (31 August -> 28 February)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _checked_email(text: str) -> str:
    email = normalise_email(text.strip())
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise Refused(Problem("email", "INVALID", _("This is not an e-mail address."))) from wrong
    return email


def _check(code: TraceCode, data: WarrantyData, now: datetime) -> None:
    if not data.consents:
        message = _("Without your consent the maker may not keep your address.")
        raise Refused(Problem("consents", "REQUIRED", message))
    if not code.lot.produced_on <= data.bought_on <= now.date() + timedelta(days=1):
        message = _("It was bought after it was made, and today at the latest.")
        raise Refused(Problem("bought_on", "INVALID", message))


def _refuse_more(code: TraceCode, email: str) -> None:
    if WarrantyRegistration.objects.filter(code=code, confirmed_at__isnull=False).exists():
        raise Refused(Problem("code", "UNIQUE", _("This piece is registered already.")))
    waiting = WarrantyRegistration.objects.filter(confirmed_at__isnull=True)
    if max(waiting.filter(code=code).count(), waiting.filter(email=email).count()) >= MOST_WAITING:
        message = _("A letter is on its way already. Open the link in it; it may lie among the unwanted ones.")
        raise Refused(Problem("email", "TOO_MANY", message))


def make_token(registration: WarrantyRegistration) -> str:
    return signing.dumps(registration.pk.hex, salt=_SALT)


def confirm_warranty(*, token: str, now: datetime) -> WarrantyRegistration:
    """The link was opened and the button pressed: the consent counts. A second time changes nothing.

    Raises `WarrantyLinkOver`.
    """
    try:
        key = signing.loads(token[:_LONGEST_TOKEN], salt=_SALT, max_age=VALID_FOR)
    except signing.BadSignature as bad:
        raise WarrantyLinkOver("not a token of ours, or too old") from bad
    row = WarrantyRegistration.objects.select_related("code__lot__variant__product", "seller").filter(pk=key).first()
    if row is None:
        raise WarrantyLinkOver("forgotten meanwhile")
    if row.confirmed_at is not None:
        return row
    try:
        with transaction.atomic():
            row.confirmed_at = now
            row.save(update_fields=["confirmed_at"])
            record_consents(
                [of_warranty(row)],
                email=row.email,
                user=None,
                language=row.language,
                place=ConsentPlace.WARRANTY_FORM,
                now=now,
            )
    except IntegrityError as taken:
        raise WarrantyLinkOver("registered by somebody else") from taken
    return row
