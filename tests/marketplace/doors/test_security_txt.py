"""Whoever finds a weakness finds where to say so."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone


def fields(client: Client) -> dict[str, str]:
    answer = client.get("/.well-known/security.txt")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in answer.content.decode().splitlines())


def test_it_says_what_rfc_9116_wants(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT, settings.PUBLIC_URL = "https://shop.example/report", "https://shop.example"
    found = fields(client)
    assert found["Contact"] == "https://shop.example/report"
    assert found["Canonical"] == "https://shop.example/.well-known/security.txt"
    expires = datetime.fromisoformat(found["Expires"])
    assert timedelta(days=100) < expires - timezone.now() < timedelta(days=365)


def test_without_a_contact_it_is_where_letters_come_from(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT, settings.DEFAULT_FROM_EMAIL = None, "Marketplace <post@shop.example>"
    assert fields(client)["Contact"] == "mailto:post@shop.example"
