"""What happens to accounts, for whoever reacts to it. Only ids: the outbox holds no personal data."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class AccountRegistered(Event):
    """An account awaits the confirmation of its e-mail address."""

    user_id: int
    redirect_url: str = ""


@dataclass(frozen=True)
class RegistrationRepeated(Event):
    """Somebody tried to register an address whose account is confirmed already."""

    user_id: int


@dataclass(frozen=True)
class AccountConfirmed(Event):
    user_id: int


@dataclass(frozen=True)
class PasswordResetRequested(Event):
    """``user_id`` is 0 for an address without an account: asking takes the same steps either way."""

    user_id: int
    redirect_url: str = ""


@dataclass(frozen=True)
class PasswordChanged(Event):
    user_id: int


@dataclass(frozen=True)
class TwoFactorChanged(Event):
    user_id: int
    enabled: bool


@dataclass(frozen=True)
class AccountErasureRequested(Event):
    """Somebody who is signed in wants the account gone; a mailed link has to confirm it."""

    user_id: int
    redirect_url: str = ""


@dataclass(frozen=True)
class AccountErased(Event):
    user_id: int


@dataclass(frozen=True)
class SignedInOnNewDevice(Event):
    """Somebody who has signed in before did so on a device that looks like none of those."""

    user_id: int
    session_id: int


@dataclass(frozen=True)
class ImpersonationStarted(Event):
    """One of our own looks at the pages with somebody's eyes."""

    impersonation_id: int


@dataclass(frozen=True)
class AccountBlocked(Event):
    """Staff keep somebody from signing in."""

    user_id: int
