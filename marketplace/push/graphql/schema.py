"""The part of the public API that notices on devices have."""

from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import SIGNED_IN, Field, ObjectType
from marketplace.push import vapid
from marketplace.push.graphql.mutations import PushSubscribe, PushSubscriptionDelete, PushSubscriptionUpdate
from marketplace.push.graphql.types import PushSettings
from marketplace.push.kinds_for import kinds_for
from marketplace.push.subscription import PushSubscription


class PushQueries(ObjectType):
    """Which devices show notices."""

    push = Field(PushSettings, required=True, access=SIGNED_IN, description="The caller's own.")

    @staticmethod
    def resolve_push(root: Any, info: Any) -> dict[str, Any]:
        user = signed_in_user(info)
        devices = PushSubscription.objects.alive().filter(user=user).order_by("-renewed_at", "-pk")
        return {
            "application_server_key": vapid.public_key() or None,
            "kinds": [kind.value for kind in kinds_for(user)],
            "devices": list(devices),
        }


class PushMutations(ObjectType):
    """Notices on one's own devices."""

    push_subscribe = PushSubscribe.Field()
    push_subscription_update = PushSubscriptionUpdate.Field()
    push_subscription_delete = PushSubscriptionDelete.Field()
