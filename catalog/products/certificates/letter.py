"""Letters to a seller's owners about a certificate that ends."""

from catalog.events import CertificateExpired, CertificateExpiring
from catalog.products.certificates.certificate import Certificate
from i18n.formatting import format_date
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

EXPIRING = LetterText(
    kind="CERTIFICATE_EXPIRING",
    subject=_("%(certificate)s of %(seller)s ends on %(day)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the certificate %(certificate)s, number %(number)s, is valid until %(day)s. From the day after, buyers no"
        " longer see it on your products.\n\n"
        "When it is renewed, enter its new last day at your desk, under Certificates."
    ),
)
EXPIRED = LetterText(
    kind="CERTIFICATE_EXPIRED",
    subject=_("%(certificate)s of %(seller)s has ended"),
    body=_(
        "Hello %(name)s,\n\n"
        "the certificate %(certificate)s, number %(number)s, was valid until %(day)s. Buyers no longer see it on your"
        " products.\n\n"
        "When it is renewed, enter its new last day at your desk, under Certificates."
    ),
)


def mail_expiring(event: CertificateExpiring) -> None:
    """Reaction: 60, 30 and 7 days before the end."""
    _write(EXPIRING, event.certificate_id)


def mail_expired(event: CertificateExpired) -> None:
    """Reaction: once, when it is over."""
    _write(EXPIRED, event.certificate_id)


def _write(letter: LetterText, certificate_id: int) -> None:
    """To every owner, in the owner's language. One that was removed or made endless meanwhile needs no letter."""
    found = Certificate.objects.current().filter(pk=certificate_id, valid_until__isnull=False)
    certificate = found.select_related("seller").first()
    if certificate is None or certificate.valid_until is None:
        return
    for owner in owners_of([certificate.seller_id]):
        write_to(
            owner,
            letter,
            certificate=certificate.title,
            number=certificate.number,
            seller=certificate.seller.name,
            day=format_date(certificate.valid_until, owner.language, "long"),
        )
