"""What letters about seminars say; title, times and place stand in a table."""

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText

BOOKED = LetterText(
    kind="SEMINAR_BOOKED",
    subject=_("Your seat in: %(title)s"),
    body=_("Hello,\n\na seat is booked for you in this seminar at %(fair)s."),
)
WAITING = LetterText(
    kind="SEMINAR_WAITING",
    subject=_("On the waiting list: %(title)s"),
    body=_(
        "Hello,\n\nall seats of this seminar at %(fair)s are taken. When one is given back and you are next, it is"
        " yours, and you get a letter."
    ),
)
MOVED_UP = LetterText(
    kind="SEMINAR_MOVED_UP",
    subject=_("A seat for you in: %(title)s"),
    body=_(
        "Hello,\n\nyou were on the waiting list of this seminar at %(fair)s; now a seat is booked for you. If you"
        " cannot come, give it back, so that somebody else gets it."
    ),
)
LEFT = LetterText(
    kind="SEMINAR_LEFT",
    subject=_("Given back: your seat in %(title)s"),
    body=_("Hello,\n\nyour seat, or your place in the waiting list, of this seminar at %(fair)s is given back."),
)
MOVED = LetterText(
    kind="SEMINAR_MOVED",
    subject=_("Another time or place: %(title)s"),
    body=_("Hello,\n\nthis seminar at %(fair)s now takes place as said below. Your seat is kept."),
)
CANCELLED = LetterText(
    kind="SEMINAR_CANCELLED",
    subject=_("Called off: %(title)s"),
    body=_("Hello,\n\nwe are sorry: this seminar at %(fair)s will not take place."),
)
IN_A_DAY = LetterText(
    kind="SEMINAR_IN_A_DAY",
    subject=_("Within a day: %(title)s"),
    body=_("Hello,\n\nthis is to remind you of the seminar at %(fair)s in which you have a seat."),
)
IN_AN_HOUR = LetterText(
    kind="SEMINAR_IN_AN_HOUR",
    subject=_("Within an hour: %(title)s"),
    body=_("Hello,\n\nthe seminar at %(fair)s in which you have a seat begins soon."),
)
TEXTS = (BOOKED, WAITING, MOVED_UP, LEFT, MOVED, CANCELLED, IN_A_DAY, IN_AN_HOUR)
