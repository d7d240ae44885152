"""``subscribe``, ``choose_kinds`` and ``unsubscribe``: what a person decides for one device."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.sessions.session import Session
from marketplace.push import vapid
from marketplace.push.base64url import decoded
from marketplace.push.encrypt import BadKeys, Keys
from marketplace.push.kinds import PushKind
from marketplace.push.log_consent import devices_gone, end_device, log_device
from marketplace.push.subscription import LONGEST_ENDPOINT, MOST_OF_ONE, PushSubscription
from marketplace.webhooks.address import AddressRefused, BadTarget, parse_target


class PushRefused(ValueError):
    """One thing wrong with what a browser said; ``message`` is a message id."""

    def __init__(self, field: str, message: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
        self.params = params or {}


class PushNotOffered(Exception):
    """This installation has no key to sign with."""


def subscribe(
    *,
    user: User,
    session: Session,
    endpoint: str,
    public_key: str,
    auth: str,
    kinds: Iterable[str],
    now: datetime,
    read_in: str = "",
) -> PushSubscription:
    """The device's one subscription, made or renewed. A browser that somebody else used before is this person's now.

    ``read_in`` is the language of the page, the person's own unless said.

    Raises `PushRefused` and `PushNotOffered`.
    """
    if not vapid.is_offered():
        raise PushNotOffered
    address, chosen = _checked_endpoint(endpoint), checked_kinds(kinds)
    checked_keys(public_key, auth)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)  # two tabs that subscribe at once make one row
        known = _known(address)
        if known is not None and known.user_id != user.pk:
            devices_gone([known], now=now)
            known.delete()
            known = None
        row = known or PushSubscription(user=user, created_at=now)
        row.session, row.kinds, row.renewed_at = session, chosen, now
        row.endpoint, row.public_key, row.auth = address, public_key, auth
        row.server_key = vapid.public_key()
        row.save()
        log_device(row, language=read_in, now=now)
        _make_room(user, now)
    return row


def choose_kinds(
    *, subscription: PushSubscription, kinds: Iterable[str], now: datetime, read_in: str = ""
) -> PushSubscription:
    """Raises `PushRefused` for unknown kinds; none at all is a device that is told nothing."""
    subscription.kinds = checked_kinds(kinds)
    with transaction.atomic():
        subscription.save(update_fields=["kinds"])
        log_device(subscription, language=read_in, now=now)
    return subscription


def unsubscribe(*, subscription: PushSubscription, now: datetime) -> None:
    """The row goes, with what still waits for it."""
    with transaction.atomic():
        end_device(subscription, now=now)
        subscription.delete()


def own_subscription(*, user: User, public_id: UUID) -> PushSubscription | None:
    return PushSubscription.objects.alive().filter(user=user, public_id=public_id).first()


def checked_kinds(kinds: Iterable[str]) -> list[str]:
    chosen = sorted(set(kinds))
    if any(kind not in PushKind.values for kind in chosen):
        raise PushRefused("kinds", _("Choose one of the list."))
    return chosen


def checked_keys(public_key: str, auth: str) -> Keys:
    try:
        return Keys(decoded(public_key[:200]), decoded(auth[:100]))
    except (BadKeys, ValueError):
        raise PushRefused("keys", _("These are not the keys of a browser.")) from None


def _checked_endpoint(endpoint: str) -> str:
    text = endpoint.strip()
    try:
        parse_target(text, longest=LONGEST_ENDPOINT)
    except (BadTarget, AddressRefused):
        raise PushRefused("endpoint", _("This is not the public address of a push service.")) from None
    return text


def _known(endpoint: str) -> PushSubscription | None:
    field = PushSubscription._meta.get_field("endpoint_fingerprint")
    return PushSubscription.objects.filter(endpoint_fingerprint__in=field.any_of(endpoint)).first()


def _make_room(user: User, now: datetime) -> None:
    newest = PushSubscription.objects.filter(user=user).order_by("-renewed_at", "-pk")
    kept = list(newest.values_list("pk", flat=True)[:MOST_OF_ONE])
    others = PushSubscription.objects.filter(user=user).exclude(pk__in=kept)
    devices_gone(others, now=now)
    others.delete()
