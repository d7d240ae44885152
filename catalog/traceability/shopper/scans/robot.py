"""Whether a program that says who it is opens a page, rather than a person."""

from __future__ import annotations

import re

_ROBOT = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|skype|embedly|lighthouse"
    r"|headless|curl/|wget/|python|java/|okhttp|go-http|axios|node-fetch|libwww|httpclient|monitor|scan(?:ner|alert)",
    re.IGNORECASE,
)
_SHORTEST_BROWSER = 20


def is_robot(user_agent: str) -> bool:
    """By what it says of itself, which is looked at and forgotten; one that says nothing is no telephone's browser."""
    return len(user_agent) < _SHORTEST_BROWSER or _ROBOT.search(user_agent) is not None
