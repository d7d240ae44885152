"""Deciding about notices on one's own devices."""

from typing import Any

from django.utils import timezone

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, InputObjectType, List, Mutation, NonNull, String
from marketplace.push.graphql.access import device_session, own_device
from marketplace.push.graphql.types import PushKindEnum, PushSubscription
from marketplace.push.subscribe import PushNotOffered, PushRefused, choose_kinds, subscribe, unsubscribe

REFUSED: Any = {
    PushRefused: lambda refusal: InputError(refusal.message, field=refusal.field, params=refusal.params),
    PushNotOffered: lambda _refusal: InputError(_("Notices are not offered here."), code="NOT_OFFERED"),
}


class PushKeysInput(InputObjectType):
    """The keys of a `PushSubscription` of a browser, base64url as its `toJSON` writes them."""

    p256dh = String(required=True)
    auth = String(required=True)


class PushSubscribeInput(InputObjectType):
    """What `pushManager.subscribe` answered, and what the person wants to be told of."""

    endpoint = String(required=True, description="A public address that begins with https://.")
    keys = PushKeysInput(required=True)
    kinds = NonNull(List(NonNull(PushKindEnum)))


class PushSubscribe(Mutation):
    """Have this device shown notices, while the caller is signed in on it. Done again it renews what there is."""

    class Arguments:
        input = PushSubscribeInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ("NO_SESSION", "NOT_OFFERED")
        known_errors = REFUSED

    subscription = Field(PushSubscription)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        user, keys = signed_in_user(info), input["keys"]
        device = subscribe(
            user=user,
            session=device_session(info, user),
            endpoint=input["endpoint"],
            public_key=keys["p256dh"],
            auth=keys["auth"],
            kinds=[kind.value for kind in input["kinds"]],
            read_in=info.context.language,
            now=timezone.now(),
        )
        return {"subscription": device}


class PushSubscriptionUpdate(Mutation):
    """Choose what a device of one's own is told of."""

    class Arguments:
        id = ID(required=True)
        kinds = NonNull(List(NonNull(PushKindEnum)))

    class Meta:
        access = SIGNED_IN
        known_errors = REFUSED

    subscription = Field(PushSubscription)

    @classmethod
    def perform(cls, info: Any, *, id: str, kinds: Any) -> dict[str, Any]:
        device = choose_kinds(
            subscription=own_device(info, id),
            kinds=[kind.value for kind in kinds],
            read_in=info.context.language,
            now=timezone.now(),
        )
        return {"subscription": device}


class PushSubscriptionDelete(Mutation):
    """Have a device of one's own shown nothing any more."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        unsubscribe(subscription=own_device(info, id), now=timezone.now())
        return {}
