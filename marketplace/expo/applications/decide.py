"""What the organiser decides: ``approve_application``, ``decline_application``, ``waitlist_application``."""

from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.applications.application import ApplicationStatus, FairApplication
from marketplace.expo.applications.steps import require_step, take_step
from marketplace.expo.contracts.issue import issue_contract
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_application, lock_expo
from marketplace.expo.packages.organiser import Organiser
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole

LONGEST_REASON = 1_000


def approve_application(*, application: FairApplication, by: User | None, now: datetime) -> Exhibitor:
    """Make the firm an exhibitor with a contract, and the applicant its manager. Twice gives the same one.

    Who is listed at the fair under the same tax code already (by an import, say) becomes this exhibitor: there are
    never two with one tax code. Raises ``Refused``, and has changed nothing then.
    """
    with transaction.atomic():
        lock_expo(application.expo_id)
        locked = lock_application(application.pk)
        if locked.status == ApplicationStatus.APPROVED and locked.exhibitor is not None:
            return locked.exhibitor
        require_step(locked, ApplicationStatus.APPROVED)
        refuse_any(_not_ready(locked))
        exhibitor = _listed(locked) or Exhibitor(expo=locked.expo)
        _describe(exhibitor, locked)
        exhibitor.save()
        locked.exhibitor = exhibitor
        _bring_people(exhibitor, locked)
        issue_contract(application=locked, exhibitor=exhibitor, now=now)
        take_step(locked, to=ApplicationStatus.APPROVED, by=by, now=now)
    return exhibitor


def decline_application(
    *, application: FairApplication, reason: str, by: User | None, now: datetime
) -> FairApplication:
    """Say no, with a reason that the applicant reads. Raises ``Refused``."""
    return _decide(application, ApplicationStatus.DECLINED, reason, by, now)


def waitlist_application(
    *, application: FairApplication, reason: str, by: User | None, now: datetime
) -> FairApplication:
    """Say not yet, with a reason that the applicant reads. Raises ``Refused``."""
    return _decide(application, ApplicationStatus.WAITLISTED, reason, by, now)


def listed_already(application: FairApplication) -> Exhibitor | None:
    """Who has the applicant's tax code at this fair; staff see it before they approve."""
    return _listed(application)


def _decide(
    application: FairApplication, to: ApplicationStatus, reason: str, by: User | None, now: datetime
) -> FairApplication:
    tidy = texts.tidy(reason)
    refuse_any([*texts.lengths({"reason": tidy}, {"reason": LONGEST_REASON})] if tidy else [texts.required("reason")])
    with transaction.atomic():
        locked = lock_application(application.pk)
        if locked.status == to:
            return locked
        require_step(locked, to)
        take_step(locked, to=to, by=by, now=now, reason=tidy)
    return locked


def _not_ready(application: FairApplication) -> list[Problem]:
    problems = []
    if not Organiser.objects.filter(expo=application.expo_id).exists():
        message = _("Write down the organiser of this fair first: the contract names it.")
        problems.append(Problem("id", "NO_ORGANISER", message))
    listed = _listed(application)
    if listed is not None and FairApplication.objects.filter(exhibitor=listed).exists():
        message = _("This firm is an exhibitor of this fair already, by another application.")
        problems.append(Problem("id", "UNIQUE", message))
    return problems


def _listed(application: FairApplication) -> Exhibitor | None:
    if not application.tax_code:
        return None
    return Exhibitor.objects.filter(expo_id=application.expo_id, tax_code=application.tax_code).first()


def _describe(exhibitor: Exhibitor, application: FairApplication) -> None:
    """What the directory says; texts that somebody has written for a listed exhibitor stay."""
    if exhibitor.pk is None:
        exhibitor.name, exhibitor.source_language = application.name, application.language
        exhibitor.tax_code, exhibitor.country = application.tax_code, application.country
        exhibitor.description = application.products
        exhibitor.categories = application.categories
    for name in ("website_url", "email", "phone"):
        setattr(exhibitor, name, getattr(exhibitor, name) or getattr(application, name))
    if exhibitor.seller is None and application.seller is not None:
        exhibitor.seller, exhibitor.is_seller_decided = application.seller, True
    exhibitor.pavilion = exhibitor.pavilion or application.pavilion


def _bring_people(exhibitor: Exhibitor, application: FairApplication) -> None:
    if application.user is not None:
        ExhibitorMember.objects.update_or_create(
            exhibitor=exhibitor, user=application.user, defaults={"role": ExhibitorRole.MANAGER}
        )
    for each in application.co_exhibitors:
        CoExhibitor.objects.get_or_create(exhibitor=exhibitor, name=each["name"], defaults=each)
