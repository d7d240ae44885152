"""What letters about meetings say. ``who`` is the other side, ``fair`` the fair; times and place stand in a table."""

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText

REQUESTED = LetterText(
    kind="MEETING_REQUESTED",
    subject=_("%(who)s asks you for a meeting"),
    body=_(
        "Hello,\n\n"
        "%(who)s would like to meet you at %(fair)s. The time below is held for you both until you accept, decline or"
        " propose another."
    ),
)
ACCEPTED = LetterText(
    kind="MEETING_ACCEPTED",
    subject=_("Agreed: your meeting with %(who)s"),
    body=_("Hello,\n\nyour meeting with %(who)s at %(fair)s is agreed."),
)
TO_BE_ANSWERED = LetterText(
    kind="MEETING_MOVED",
    subject=_("%(who)s proposes another time for your meeting"),
    body=_(
        "Hello,\n\n"
        "%(who)s would like to meet you at %(fair)s at another time than was planned. The new time below is held for"
        " you both until you accept, decline or propose another; the old one is free again."
    ),
)
WAITING = LetterText(
    kind="MEETING_WAITING",
    subject=_("Your meeting with %(who)s has another time"),
    body=_(
        "Hello,\n\n"
        "for your meeting with %(who)s at %(fair)s the new time below was proposed. It is held until %(who)s answers."
    ),
)
DECLINED = LetterText(
    kind="MEETING_DECLINED",
    subject=_("Declined: the meeting with %(who)s"),
    body=_("Hello,\n\nthe meeting with %(who)s at %(fair)s will not take place. The time below is free again."),
)
CANCELLED = LetterText(
    kind="MEETING_CANCELLED",
    subject=_("Called off: the meeting with %(who)s"),
    body=_("Hello,\n\nthe meeting with %(who)s at %(fair)s was called off. The time below is free again."),
)
IN_A_DAY = LetterText(
    kind="MEETING_IN_A_DAY",
    subject=_("Within a day: your meeting with %(who)s"),
    body=_("Hello,\n\nthis is to remind you of your meeting with %(who)s at %(fair)s."),
)
IN_AN_HOUR = LetterText(
    kind="MEETING_IN_AN_HOUR",
    subject=_("Within an hour: your meeting with %(who)s"),
    body=_("Hello,\n\nyour meeting with %(who)s at %(fair)s begins soon."),
)
TEXTS = (REQUESTED, ACCEPTED, TO_BE_ANSWERED, WAITING, DECLINED, CANCELLED, IN_A_DAY, IN_AN_HOUR)

REASONS = {
    "NO_TIME": _("There is no time for it."),
    "NOT_OUR_FIELD": _("What is looked for is not what is shown."),
    "NOT_SERVED": _("The country or the quantity is not served."),
    "MET_ALREADY": _("We have met already."),
    "OTHER": _("Another reason."),
}
