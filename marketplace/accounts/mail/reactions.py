"""Letters as reactions to events: none is lost, and none is sent for a change that was rolled back."""

from django.utils import timezone

from marketplace.accounts.events import (
    AccountErasureRequested,
    AccountRegistered,
    PasswordChanged,
    PasswordResetRequested,
    RegistrationRepeated,
    SignedInOnNewDevice,
    TwoFactorChanged,
)
from marketplace.accounts.mail import letters
from marketplace.accounts.mail.link_token import LIFETIME, Purpose
from marketplace.accounts.mail.links import link_for
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.user import User


def _reachable(user_id: int) -> User | None:
    """Nobody, when the account was erased or never was."""
    return User.objects.filter(pk=user_id, is_active=True).first()


def _write_with_link(user: User, letter: LetterText, purpose: Purpose, redirect_url: str) -> None:
    """The letter ends with its link: one that could not be sent in time is not sent at all."""
    until = timezone.now() + LIFETIME[purpose]
    write_to(user, letter, good_until=until, link=link_for(user, purpose, redirect_url))


def mail_confirmation(event: AccountRegistered) -> None:
    user = _reachable(event.user_id)
    if user is not None and not user.is_confirmed:
        _write_with_link(user, letters.CONFIRM, Purpose.CONFIRM, event.redirect_url)


def mail_repeated_registration(event: RegistrationRepeated) -> None:
    user = _reachable(event.user_id)
    if user is not None:
        write_to(user, letters.ALREADY_REGISTERED)


def mail_password_reset(event: PasswordResetRequested) -> None:
    user = _reachable(event.user_id)
    if user is not None:
        _write_with_link(user, letters.RESET, Purpose.RESET, event.redirect_url)


def mail_erasure_link(event: AccountErasureRequested) -> None:
    user = _reachable(event.user_id)
    if user is not None:
        _write_with_link(user, letters.ERASE, Purpose.ERASE, event.redirect_url)


def mail_password_changed(event: PasswordChanged) -> None:
    user = _reachable(event.user_id)
    if user is not None:
        write_to(user, letters.PASSWORD_CHANGED)


def mail_two_factor_changed(event: TwoFactorChanged) -> None:
    user = _reachable(event.user_id)
    if user is not None:
        write_to(user, letters.TWO_FACTOR_ON if event.enabled else letters.TWO_FACTOR_OFF)


def mail_new_device(event: SignedInOnNewDevice) -> None:
    """A session that is over already is still worth a letter: it may be the thief who signed out."""
    user = _reachable(event.user_id)
    session = Session.objects.filter(pk=event.session_id).first()
    if user is not None and session is not None:
        device = ", ".join(name for name in (session.browser, session.system) if name)
        write_to(user, letters.NEW_DEVICE, device=device)
