"""``open_session``: a row for every sign-in, before its first token is given out."""

from datetime import datetime
from uuid import UUID

from marketplace.accounts.events import SignedInOnNewDevice
from marketplace.accounts.sessions.device import Device
from marketplace.accounts.sessions.session import Session, SessionKind
from marketplace.accounts.user import User
from marketplace.events.publish import publish


def open_session(
    user: User,
    *,
    device: Device,
    now: datetime,
    expires_at: datetime,
    acting_user: User | None = None,
    public_id: UUID | None = None,
) -> Session:
    """A session of the user; with an `acting_user` it is that one looking through the user's eyes.

    Publishes `SignedInOnNewDevice` when the user has been here before, but on no device that looks like this one.
    """
    known = list(Session.objects.filter(user=user, kind=SessionKind.SIGN_IN).values_list("browser", "system"))
    session = Session(
        user=user,
        kind=SessionKind.IMPERSONATION if acting_user else SessionKind.SIGN_IN,
        acting_user=acting_user,
        browser=device.browser,
        system=device.system,
        form=device.form.value,
        created_at=now,
        last_used_at=now,
        expires_at=expires_at,
    )
    if public_id is not None:
        session.public_id = public_id
    session.save()
    recognisable = bool(device.browser or device.system)
    if acting_user is None and recognisable and known and (device.browser, device.system) not in known:
        publish(SignedInOnNewDevice(user_id=user.pk, session_id=session.pk))
    return session
