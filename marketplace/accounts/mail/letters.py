"""The texts that accounts write to people."""

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText

CONFIRM = LetterText(
    kind="ACCOUNT_CONFIRM",
    subject=_("Confirm your e-mail address"),
    body=_(
        "Hello %(name)s,\n\n"
        "welcome to Bình Dương Marketplace. Please confirm your e-mail address with this link within three days:\n\n"
        "%(link)s\n\n"
        "If you did not register with us, ignore this message; nobody can sign in without the confirmation."
    ),
)
ALREADY_REGISTERED = LetterText(
    kind="ACCOUNT_ALREADY_REGISTERED",
    subject=_("You already have an account"),
    body=_(
        "Hello %(name)s,\n\n"
        "somebody tried to register with this e-mail address, which has an account already. If it was you, sign in, "
        "or choose a new password if you have forgotten yours. If it was not you, there is nothing you have to do."
    ),
)
RESET = LetterText(
    kind="ACCOUNT_RESET",
    subject=_("Choose a new password"),
    body=_(
        "Hello %(name)s,\n\n"
        "you can choose a new password with this link within two hours:\n\n"
        "%(link)s\n\n"
        "If you did not ask for it, ignore this message; your password stays as it is."
    ),
)
ERASE = LetterText(
    kind="ACCOUNT_ERASE",
    subject=_("Confirm that your account shall be erased"),
    body=_(
        "Hello %(name)s,\n\n"
        "you have asked us to erase your account. With this link you confirm it within two hours:\n\n"
        "%(link)s\n\n"
        "It cannot be undone. If you did not ask for it, ignore this message and change your password."
    ),
)
PASSWORD_CHANGED = LetterText(
    kind="ACCOUNT_PASSWORD_CHANGED",
    subject=_("Your password was changed"),
    body=_(
        "Hello %(name)s,\n\n"
        "the password of your account was changed, and all devices were signed out. "
        "If this was not you, ask for a new password at once and write to us."
    ),
)
TWO_FACTOR_ON = LetterText(
    kind="ACCOUNT_TWO_FACTOR_ON",
    subject=_("Two-step sign-in is on"),
    body=_("Hello %(name)s,\n\nfrom now on, signing in to your account asks for a code as well as for your password."),
)
TWO_FACTOR_OFF = LetterText(
    kind="ACCOUNT_TWO_FACTOR_OFF",
    subject=_("Two-step sign-in is off"),
    body=_(
        "Hello %(name)s,\n\n"
        "signing in to your account no longer asks for a code. "
        "If this was not you, change your password at once and write to us."
    ),
)
NEW_DEVICE = LetterText(
    kind="ACCOUNT_NEW_DEVICE",
    subject=_("Your account was opened on a new device"),
    body=_(
        "Hello %(name)s,\n\n"
        "somebody has just signed in to your account with your password, on a device that was not used before: "
        "%(device)s.\n\n"
        "If it was you, there is nothing you have to do. If it was not you, end this sign-in in your account under "
        "Security and change your password at once."
    ),
)
