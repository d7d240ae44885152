"""A program that is told of events, over real HTTP, and can be told to misbehave."""

from tests.peers.webhook_receiver.server import Mood, Received, WebhookReceiver

__all__ = ["Mood", "Received", "WebhookReceiver"]
