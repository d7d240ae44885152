"""The letter to a seller about figures that cannot all be true."""

from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.mass_balance.events import BalanceAlarmRaised
from i18n.formatting import format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

BALANCE_ALARM = LetterText(
    kind="BALANCE_ALARM",
    subject=_("Figures of your chain do not agree: %(what)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "by what you entered, %(found)s %(unit)s of %(what)s are accounted for, and at most %(allowed)s %(unit)s are"
        " possible.\n\n"
        "Please look at your desk, under Lots and codes, and correct the quantity that is wrong, or say why it is"
        " right. Buyers and authorities may ask the same question."
    ),
)
UNITS = {"": _("pieces"), "KGM": "kg", "MTQ": "m³", "MTK": "m²", "MTR": "m"}


def mail_alarm(event: BalanceAlarmRaised) -> None:
    """Reaction: to every owner, in the owner's language; nothing if it was settled meanwhile."""
    alarm = BalanceAlarm.objects.filter(pk=event.alarm_id, settled_at__isnull=True).select_related("lot").first()
    if alarm is None:
        return
    for owner in owners_of([alarm.seller_id]):
        write_to(
            owner,
            BALANCE_ALARM,
            what=alarm.lot.number if alarm.lot is not None else alarm.subject,
            found=format_number(alarm.found.normalize(), owner.language),
            allowed=format_number(alarm.allowed.normalize(), owner.language),
            unit=unit_word(alarm.uom, owner.language),
        )


def unit_word(uom: str, language: str) -> str:
    """The base unit of a balance as people write it."""
    return gettext(language, UNITS[uom]) if uom == "" else UNITS[uom]
