"""``submit_application`` and ``withdraw_application``: what the applicant decides."""

from datetime import date, datetime

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.applications.application import WAITING, ApplicationStatus, FairApplication
from marketplace.expo.applications.draft import require_open
from marketplace.expo.applications.steps import require_step, take_step
from marketplace.expo.locks import lock_application, lock_expo
from marketplace.expo.packages.prices import currencies_of
from marketplace.expo.packages.terms import TermsVersion, terms_of

NEEDED = ("name", "country", "address", "contact_name", "email", "phone", "products")


def submit_application(
    *, application: FairApplication, terms: TermsVersion | None, by: User, now: datetime
) -> FairApplication:
    """Hand it in, accepting ``terms``, which must be the version in force. Twice changes nothing. Raises ``Refused``.

    One open application per tax code and fair: the fair's row is locked while that is looked at.
    """
    with transaction.atomic():
        lock_expo(application.expo_id)
        locked = lock_application(application.pk)
        if locked.status == ApplicationStatus.SUBMITTED:
            return locked
        require_step(locked, ApplicationStatus.SUBMITTED)
        require_open(locked.expo, now)
        refuse_any(_missing(locked, day_here(now)) + _terms(locked, terms) + _another(locked))
        locked.terms, locked.accepted_at = terms, now
        take_step(locked, to=ApplicationStatus.SUBMITTED, by=by, now=now)
    return locked


def withdraw_application(*, application: FairApplication, by: User, now: datetime) -> FairApplication:
    """Take it back before it is decided. Twice changes nothing. Raises ``Refused``."""
    with transaction.atomic():
        locked = lock_application(application.pk)
        if locked.status != ApplicationStatus.WITHDRAWN:
            require_step(locked, ApplicationStatus.WITHDRAWN)
            take_step(locked, to=ApplicationStatus.WITHDRAWN, by=by, now=now)
    return locked


def _missing(application: FairApplication, today: date) -> list[Problem]:
    problems = [texts.required(name) for name in NEEDED if not getattr(application, name)]
    if application.country == "VN" and not application.tax_code:
        problems.append(texts.required("tax_code"))
    if application.area is None:
        problems.append(texts.required("area"))
    package = application.package
    if package is None:
        return [*problems, texts.required("package_id")]
    if application.area is not None and application.area < package.least_area:
        message = _("This package begins at %(least)s square metres.")
        problems.append(Problem("area", "TOO_SMALL", message, {"least": f"{package.least_area.normalize():f}"}))
    if not package.is_offered:
        problems.append(texts.invalid("package_id", _("This package is not offered any more.")))
    if application.currency not in currencies_of(package, on=today):
        problems.append(texts.invalid("currency", _("This package has no price in this currency.")))
    return problems


def _terms(application: FairApplication, accepted: TermsVersion | None) -> list[Problem]:
    in_force = terms_of(application.expo)
    if in_force is None:
        return [Problem("terms_id", "CLOSED", _("The organiser has not published the terms of this fair yet."))]
    if accepted is None:
        return [Problem("terms_id", "REQUIRED", _("Accept the terms of the fair to apply."))]
    if accepted.pk != in_force.pk:
        message = _("The terms have changed since this page was opened. Read the new ones and accept them.")
        return [Problem("terms_id", "OUTDATED", message)]
    return []


def _another(application: FairApplication) -> list[Problem]:
    same = FairApplication.objects.filter(
        expo_id=application.expo_id, tax_code=application.tax_code, status__in=WAITING
    ).exclude(pk=application.pk)
    if application.tax_code and same.exists():
        return [Problem("tax_code", "UNIQUE", _("There is an open application with this tax code already."))]
    return []
