"""What every answer says about itself, cookies nobody else can set, and links that lead nowhere else."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from frontend.addresses import safe_next
from frontend.rendering import FOLDER
from frontend.security import NO_DEVICES, StrictAnswers, content_security_policy
from frontend.visit import ACCESS, REFRESH, Visit

ANSWERS = (
    "/robots.txt", "/nowhere", "/en/eu/nowhere", "/graphql/?query={__typename}", "/health", "/en", "/theme",
    "/documents/nonsense", "/media/nothing.png", "/indicators/nothing.csv", "/push-worker.js", "/en/seller/worker.js",
    "/en/seller/moc-vi-du/manifest.webmanifest", "/en/trace-entry/worker.js", "/packs/x", "/t/nothing", "/track/x",
    "/payments/return/x", "/.well-known/gs1resolver", "/en/eu/sign-in", "/en/seller/", "/en/operator/",
)  # fmt: skip


@pytest.mark.django_db
def test_every_answer_is_strict(client: Client) -> None:
    for address in ANSWERS:
        answer = client.get(address)
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert "frame-ancestors 'none'" in policy, address
        assert "default-src 'none'" in policy, address
        assert answer.headers["X-Content-Type-Options"] == "nosniff", address
        assert answer.headers["X-Frame-Options"] == "DENY", address
        assert answer.headers["Referrer-Policy"] in {"strict-origin-when-cross-origin", "no-referrer", "same-origin"}
        camera = "camera=(self)" in answer.headers["Permissions-Policy"]
        assert not camera, address


@pytest.mark.django_db
def test_a_strange_host_is_refused(client: Client) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "testserver.evil.example", "testserver@evil.example"):
        answer = client.get("/en/eu/sign-in", headers={"host": host})
        assert answer.status_code == 400
        assert "evil.example" not in answer.content.decode()


def test_only_pages_that_scan_may_use_the_camera() -> None:
    sources = {path.name for path in FOLDER.rglob("*.py") if re.search(r"\bCAMERA\b|camera=\(self\)", path.read_text())}
    assert sources == {"page.py", "entry.py", "door.py", "lead_scan.py"}, (
        "and page.py is frontend/offline's, which names it"
    )
    assert NO_DEVICES.startswith("camera=()")


def test_no_template_and_no_script_has_anything_inline() -> None:
    """What the policy would stop anyway stands nowhere: handlers, styles, scripts in the page, eval."""
    for path in FOLDER.rglob("*.html"):
        text = path.read_text(encoding="utf-8").replace('<script type="application/ld+json">', "")
        assert not re.search(r"\son[a-z]+\s*=\s*[\"']|\sstyle\s*=|<style|javascript:|srcdoc=", text), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
    for path in (FOLDER / "static").rglob("*.js"):
        assert not re.search(r"\beval\(|new Function\(|document\.write\(", Path(path).read_text()), path


def test_a_paper_is_shown_by_the_browsers_viewer_and_framed_by_nobody() -> None:
    paper = HttpResponse(content_type="application/pdf")
    answer = StrictAnswers(lambda request: paper).process_response(RequestFactory().get("/"), paper)
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_a_host_of_uploads_may_show_pictures_and_nothing_else(settings: Any) -> None:
    settings.MEDIA_ORIGIN = "https://uploads.example.com"
    parts = dict(part.strip().split(" ", 1) for part in content_security_policy().split(";"))
    assert "https://uploads.example.com" in parts["img-src"]
    assert all("uploads" not in sources for name, sources in parts.items() if name != "img-src")


# --- cookies
def written(visit: Visit) -> HttpResponse:
    response = HttpResponse()
    visit.write(response)
    return response


def asked(**cookies: str) -> HttpRequest:
    request = RequestFactory().get("/")
    request.COOKIES.update(cookies)
    return request


def test_on_the_public_installation_tokens_have_names_that_only_this_host_sets(settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    visit = Visit.of(asked(), language="en")
    visit.sign_in("a.b.c", "refresh-token")
    cookies = written(visit).cookies
    assert {"__Host-access", "__Host-refresh"} <= set(cookies)
    for name in ("__Host-access", "__Host-refresh"):
        morsel = cookies[name]
        assert (morsel["secure"], morsel["httponly"], morsel["samesite"]) == (True, True, "Lax")
        assert (morsel["path"], morsel["domain"]) == ("/", "")

    assert Visit.of(asked(**{"__Host-refresh": "mine"}), language="en").refresh_token == "mine"
    tossed = Visit.of(asked(refresh="from a neighbouring host", access="x"), language="en")
    assert (tossed.refresh_token, tossed.access_token) == (None, None)

    leaving = Visit.of(asked(**{"__Host-refresh": "mine"}), language="en")
    leaving.sign_out()
    gone = written(leaving).cookies["__Host-refresh"]
    assert (gone["max-age"], gone["secure"]) == (0, True)


def test_without_tls_they_have_plain_names() -> None:
    visit = Visit.of(asked(refresh="mine"), language="en")
    assert visit.refresh_token == "mine"
    visit.sign_in("a.b.c", "next")
    assert {ACCESS, REFRESH} <= set(written(visit).cookies)


# --- links that lead away
LEADING_AWAY = (
    "//evil.example", "///evil.example", "\\\\evil.example", "/\\evil.example", "\\/evil.example", "https://evil.example",
    "http:evil.example", "https:/evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
    " //evil.example", "\t//evil.example", "/\t/evil.example", "/\n/evil.example", "\x00//evil.example",
    "@evil.example", "user@evil.example", "evil.example", "\uff0e\uff0e//evil.example", "\uff0f\uff0fevil", "", None,
    "ftp://evil.example", "//evil.example/%2f..", "/\\/evil.example", "//[::1]/", "///\\evil.example",
)  # fmt: skip
OURS = (
    "/en/eu/",
    "/vi/seller/moc/orders?state=PACKING#x",
    "/%2f%2fevil.example",
    "/@evil.example",
    "/\uff0fevil.example",
)
"""A path that begins with one slash stays on this host, whatever follows."""


def test_nobody_is_led_away_by_a_crafted_link() -> None:
    assert [path for path in LEADING_AWAY if safe_next(path, "/safe") != "/safe"] == []
    assert [path for path in OURS if safe_next(path, "/safe") != path] == []


@pytest.mark.django_db
def test_nor_by_any_page_that_takes_one(client: Client) -> None:
    for path in LEADING_AWAY:
        answer = client.post("/theme", {"theme": "dark", "next": path or ""})
        assert answer.status_code == 302
        assert answer.headers["Location"] == "/", path
