"""The letter that a warranty is confirmed by."""

from django.conf import settings

from catalog.traceability.code import grouped
from catalog.traceability.shopper.events import WarrantyRegistered
from catalog.traceability.shopper.warranty.register import VALID_FOR, make_token
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from i18n.formatting import format_date
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to_address

CONFIRM = LetterText(
    kind="WARRANTY_CONFIRM",
    subject=_("Confirm your warranty with %(seller)s"),
    body=_(
        "Hello,\n\n"
        "somebody, most likely you, registered the piece %(code)s with its maker, %(seller)s. With the link below the"
        " warranty is registered until %(day)s:\n\n"
        "%(link)s\n\n"
        "The link works for three days. If it was not you, do nothing: your address is then forgotten."
    ),
)


def mail_warranty(event: WarrantyRegistered) -> None:
    """Reaction: to the address that was typed, in the language of the page."""
    found = WarrantyRegistration.objects.filter(pk=event.registration_id, confirmed_at__isnull=True)
    row = found.select_related("seller").first()
    if row is None:
        return
    write_to_address(
        row.email,
        row.language,
        CONFIRM,
        good_until=row.consented_at + VALID_FOR,
        code=grouped(row.code_id),
        seller=row.seller.name,
        day=format_date(row.ends_on, row.language, "long"),
        link=f"{settings.PUBLIC_URL}/{row.language}/warranty?token={make_token(row)}",
    )
