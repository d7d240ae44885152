"""A push service (RFC 8030) with browsers behind it, which open what they are sent."""

from tests.peers.push_service.browser import Browser
from tests.peers.push_service.server import Mood, Pushed, PushService

__all__ = ["Browser", "Mood", "PushService", "Pushed"]
