"""What applicants are written, in the language they applied in."""

from django.conf import settings

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to_address
from marketplace.expo.applications.application import ApplicationStatus, FairApplication
from marketplace.expo.local_name import local_name
from marketplace.expo.people.desk_link import desk_link
from marketplace.expo.people.readers import applicant_of

RECEIVED = LetterText(
    kind="FAIR_APPLICATION_RECEIVED",
    subject=_("We have your application for %(fair)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the application of %(firm)s for %(fair)s is with the organiser. You will have an answer by e-mail.\n\n"
        "%(link)s"
    ),
)
APPROVED = LetterText(
    kind="FAIR_APPLICATION_APPROVED",
    subject=_("%(firm)s is an exhibitor at %(fair)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the organiser has approved the application of %(firm)s for %(fair)s. Your desk is open now: the contract is "
        "there to read and accept, and the manual with its deadlines.\n\n"
        "%(link)s"
    ),
)
DECLINED = LetterText(
    kind="FAIR_APPLICATION_DECLINED",
    subject=_("Your application for %(fair)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the organiser could not accept the application of %(firm)s for %(fair)s, for this reason:\n\n"
        "%(reason)s"
    ),
)
WAITLISTED = LetterText(
    kind="FAIR_APPLICATION_WAITLISTED",
    subject=_("%(firm)s is on the waiting list of %(fair)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "there is no space left for %(firm)s at %(fair)s now. The application is on the waiting list; "
        "we write to you as soon as this changes. The organiser says:\n\n"
        "%(reason)s"
    ),
)
WITHDRAWN = LetterText(
    kind="FAIR_APPLICATION_WITHDRAWN",
    subject=_("Your application for %(fair)s is withdrawn"),
    body=_(
        "Hello %(name)s,\n\n"
        "the application of %(firm)s for %(fair)s is withdrawn. Nothing is owed. You can apply again as long as "
        "applications are open."
    ),
)
LETTERS = {
    ApplicationStatus.SUBMITTED: RECEIVED,
    ApplicationStatus.APPROVED: APPROVED,
    ApplicationStatus.DECLINED: DECLINED,
    ApplicationStatus.WAITLISTED: WAITLISTED,
    ApplicationStatus.WITHDRAWN: WITHDRAWN,
}


def write_about(application: FairApplication) -> None:
    """Tell the applicant what their application has become; nobody, if the account is erased."""
    reader = applicant_of(application)
    letter = LETTERS.get(ApplicationStatus(application.status))
    if reader is None or letter is None:
        return
    exhibitor = application.exhibitor
    own = f"{settings.PUBLIC_URL}/{reader.language}/exhibitor-desk/"
    write_to_address(
        reader.email,
        reader.language,
        letter,
        name=reader.name,
        firm=application.name,
        fair=local_name(application.expo, reader.language),
        reason=application.reason,
        link=desk_link(exhibitor, reader.language) if exhibitor is not None else own,
    )
