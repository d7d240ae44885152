"""A letter to a seller's owners: somebody holds goods with a code of theirs that may be a fake."""

from django.conf import settings

from catalog.traceability.code import grouped
from catalog.traceability.shopper.events import FakeReported
from catalog.traceability.shopper.fakes.report import FakeReport
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

REPORTED = LetterText(
    kind="FAKE_REPORTED",
    subject=_("Somebody reports a possible fake of %(seller)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "somebody holds goods with the code %(code)s of the lot %(lot)s and doubts that you made them. What was"
        " written, and the photo if there is one, is at your desk, under Scans and reports:\n\n"
        "%(link)s"
    ),
)


def mail_fake_report(event: FakeReported) -> None:
    """Reaction: to every owner of the seller whose code it is; an unknown code is for the operator's list alone."""
    report = FakeReport.objects.select_related("seller", "code__lot").filter(pk=event.report_id).first()
    if report is None or report.seller is None or report.code is None:
        return
    for owner in owners_of([report.seller.pk]):
        write_to(
            owner,
            REPORTED,
            seller=report.seller.name,
            code=grouped(report.code.code),
            lot=report.code.lot.number,
            link=f"{settings.PUBLIC_URL}/{owner.language}/seller/{report.seller.slug}/scans",
        )
