"""The letter that tells every owner of a seller that its money goes somewhere else now."""

from datetime import datetime

from django.conf import settings

from i18n.formatting import format_datetime
from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import PayoutAccountChanged
from orders.letters.once import send_once
from orders.payouts.bank_accounts.bank_account import SellerBankAccount


def mail_account_change(event: PayoutAccountChanged) -> None:
    """Reaction: once for each change and owner; the number is masked, for letters can be read by others."""
    account = SellerBankAccount.objects.select_related("seller").filter(pk=event.account_id).first()
    if account is None:
        return
    for owner in owners_of([account.seller_id]):
        about = f"{account.pk}:{event.at}:{owner.pk}"
        send_once(account_letter(account, owner, event.at), kind="PAYOUT_ACCOUNT", about=about, to=owner.email)


def account_letter(account: SellerBankAccount, owner: User, at: str) -> Letter:
    language = owner.language
    when = format_datetime(datetime.fromisoformat(at), language)
    usable = format_datetime(account.usable_from, language)
    warning = gettext(
        language, "If you do not know of this change, tell the marketplace at once and change your password."
    )
    return Letter(
        subject=gettext(language, "Payouts to %(seller)s go to another bank account", seller=account.seller.name),
        language=language,
        body=[
            gettext(language, "The bank account for payouts in %(currency)s was set on %(when)s.",
                    currency=account.currency, when=when),
            [
                (gettext(language, "Account holder"), account.holder.open()),
                (gettext(language, "Bank"), account.bank_name),
                (gettext(language, "Account number"), account.masked),
                (gettext(language, "Used from"), usable),
            ],
            warning,
        ],
        link=f"{settings.PUBLIC_URL}/{language}/seller/{account.seller.slug}/payouts",
        link_text=gettext(language, "See your payouts"),
    )  # fmt: skip
