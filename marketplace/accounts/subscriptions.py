"""The reactions of accounts to their own events, for the table in ``marketplace/subscriptions.py``."""

from collections.abc import Callable
from typing import Any

from marketplace.accounts import events
from marketplace.accounts.impersonation.letter import mail_impersonation
from marketplace.accounts.mail import reactions
from marketplace.accounts.people.letter import mail_blocked
from marketplace.events.event import Event

SUBSCRIPTIONS: dict[type[Event], list[Callable[[Any], None]]] = {
    events.AccountRegistered: [reactions.mail_confirmation],
    events.RegistrationRepeated: [reactions.mail_repeated_registration],
    events.PasswordResetRequested: [reactions.mail_password_reset],
    events.AccountErasureRequested: [reactions.mail_erasure_link],
    events.PasswordChanged: [reactions.mail_password_changed],
    events.SignedInOnNewDevice: [reactions.mail_new_device],
    events.TwoFactorChanged: [reactions.mail_two_factor_changed],
    events.AccountBlocked: [mail_blocked],
    events.ImpersonationStarted: [mail_impersonation],
}
