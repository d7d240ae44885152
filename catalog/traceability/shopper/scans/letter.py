"""A letter to a seller's owners: a code of theirs is looked at as genuine ones are not."""

from django.conf import settings

from catalog.traceability.code import grouped
from catalog.traceability.shopper.events import ScanAlertRaised
from catalog.traceability.shopper.scans.meaning import MEANING
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

UNUSUAL = LetterText(
    kind="TRACE_SCANS_UNUSUAL",
    subject=_("Something unusual with a trace code of %(seller)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the code %(code)s of the lot %(lot)s:\n\n"
        "%(meaning)s\n\n"
        "This is a sign to look into, no proof. The figures are at your desk, under Scans and reports:\n\n"
        "%(link)s"
    ),
)


def mail_scan_alert(event: ScanAlertRaised) -> None:
    """Reaction: to every owner, in the owner's language; not when somebody has looked into it meanwhile."""
    found = ScanAlert.objects.filter(pk=event.alert_id, acknowledged_at__isnull=True)
    alert = found.select_related("seller", "code__lot").first()
    if alert is None:
        return
    for owner in owners_of([alert.seller_id]):
        write_to(
            owner,
            UNUSUAL,
            seller=alert.seller.name,
            code=grouped(alert.code_id),
            lot=alert.code.lot.number,
            meaning=gettext(owner.language, MEANING[alert.rule]),
            link=f"{settings.PUBLIC_URL}/{owner.language}/seller/{alert.seller.slug}/scans",
        )
