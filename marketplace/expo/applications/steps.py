"""From one state of an application to another: which steps there are, and the trace each leaves."""

from datetime import datetime

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.applications.application import ApplicationStatus as S
from marketplace.expo.applications.application import ApplicationStep, FairApplication
from marketplace.expo.applications.letters import write_about

STEPS = {
    S.SUBMITTED: {S.DRAFT},
    S.APPROVED: {S.SUBMITTED, S.WAITLISTED},
    S.DECLINED: {S.SUBMITTED, S.WAITLISTED},
    S.WAITLISTED: {S.SUBMITTED},
    S.WITHDRAWN: {S.DRAFT, S.SUBMITTED, S.WAITLISTED},
}
"""What an application may become, from which states."""


def require_step(application: FairApplication, to: S) -> None:
    """Raises ``Refused`` WRONG_STATE where the application has moved on."""
    if application.status not in STEPS[to]:
        message = _("This application has moved on. Load the page again to see what is possible now.")
        raise Refused(Problem("id", "WRONG_STATE", message))


def take_step(application: FairApplication, *, to: S, by: User | None, now: datetime, reason: str = "") -> None:
    """Store the new state with a line of history, and write to the applicant, in the caller's transaction.

    A draft that is withdrawn was never with the organiser: nobody is written to.
    """
    silent = to == S.WITHDRAWN and application.status == S.DRAFT
    application.status, application.reason = to, reason
    if to == S.SUBMITTED:
        application.submitted_at = now
    else:
        application.decided_at = now
    application.save()
    ApplicationStep.objects.create(application=application, status=to, reason=reason, by=by, at=now)
    if not silent:
        write_about(application)
