"""What each rule says, in words for the seller."""

from i18n.messages import gettext_noop as _

MEANING = {
    "MANY_COUNTRIES": _(
        "One piece was looked at in several countries within a few days. The code may have been copied."
    ),
    "FAST_PACE": _("One piece was looked at unusually often within a day. The code may have been copied."),
    "BEFORE_SHIPPING": _("It was looked at abroad although nothing of its lot has left you yet, by what you recorded."),
    "AFTER_VOIDING": _("It was looked at after you declared the label void: the label is on something."),
    "WRONG_PINS": _("Somebody typed wrong hidden numbers several times."),
}
