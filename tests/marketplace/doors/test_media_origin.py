"""Uploads can do nothing where they are served."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

HOSTILE = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>'
pytestmark = pytest.mark.django_db


@pytest.fixture
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for name in ("a.svg", "a.html", "a.xml", "a.pdf", "a.js", "a"):
        (tmp_path / name).write_bytes(HOSTILE)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def test_uploads_stand_in_a_sandbox(client: Client, uploads: Path) -> None:
    for name in ("a.png", "a.svg", "a.html", "a.xml", "a.pdf", "a.js", "a"):
        answer = client.get(f"/media/{name}")
        assert answer.status_code == 200
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        shown = answer.headers.get("Content-Disposition", "").partition(";")[0] != "attachment"
        assert shown == (name == "a.png"), f"{name} is a file to keep"


def test_two_hosts_are_kept_apart(client: Client, uploads: Path, settings: Any) -> None:
    settings.MEDIA_ORIGIN = "https://uploads.example.com"
    settings.ALLOWED_HOSTS = ["testserver", "uploads.example.com"]
    there = {"host": "uploads.example.com"}
    assert client.get("/media/a.png", headers=there).status_code == 200
    for page in ("/", "/en/eu/sign-in", "/graphql/", "/health", "/documents/x"):
        assert client.get(page, headers=there).status_code == 404, page
    led = client.get("/media/a.svg")
    assert (led.status_code, led.headers["Location"]) == (301, "https://uploads.example.com/media/a.svg")
    assert client.get("/en/eu/sign-in").status_code == 200
