from marketplace.push.message import PushMessage
from marketplace.push.subscription import PushSubscription

__all__ = ["PushMessage", "PushSubscription"]
