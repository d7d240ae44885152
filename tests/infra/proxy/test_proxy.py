"""The proxy in front of something that tells what it heard: what passes, what is taken away and what is refused."""

import socket
import ssl
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed

import pytest
import requests

from tests.infra.proxy.installation import NAME, Proxy, running
from tests.infra.proxy.listener import RELEASED, listening

pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with listening() as upstream, running(tmp_path_factory.mktemp("proxy"), upstream) as proxy:
        yield proxy


def test_nginx_accepts_the_configuration(proxy: Proxy) -> None:
    done = subprocess.run(proxy.command("-t"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr


def test_plain_http_leads_to_https(proxy: Proxy) -> None:
    answer = requests.get(f"http://{NAME}:{proxy.plain}/en/eu?page=2", allow_redirects=False, timeout=30)
    assert (answer.status_code, answer.headers["Location"]) == (308, f"https://{NAME}/en/eu?page=2")


def test_what_a_caller_claims_about_himself_is_not_believed(proxy: Proxy) -> None:
    claims = {
        "X-Forwarded-For": "203.0.113.9", "Forwarded": "for=203.0.113.9", "X-Real-IP": "203.0.113.9",
        "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", "X-Forwarded-Port": "1",
        "X-Country-Code": "US", "CF-IPCountry": "US", "Proxy": "http://evil.example", "X_Forwarded_For": "203.0.113.9",
        "X-Request-ID": "made-up",
    }  # fmt: skip
    heard = proxy.get("/", headers=claims).json()["headers"]
    assert heard["X-Forwarded-For"] == "127.0.0.1"
    assert heard["X-Forwarded-Proto"] == "https"
    assert heard["Host"] == NAME
    assert len(heard["X-Request-ID"]) == 32
    left = {"Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Port", "X-Country-Code", "CF-IPCountry", "Proxy"}
    assert not left & set(heard) and "evil.example" not in str(heard) and "203.0.113.9" not in str(heard)


def test_strangers_names_get_nothing(proxy: Proxy) -> None:
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{proxy.plain}/", headers={"Host": "evil.example"}, timeout=30)
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", proxy.tls)) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname="evil.example")


def test_a_strangers_host_behind_our_own_name_is_refused(proxy: Proxy) -> None:
    with pytest.raises(requests.ConnectionError):
        proxy.get("/", headers={"Host": "evil.example"})


def test_old_tls_is_refused(proxy: Proxy) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with pytest.warns(DeprecationWarning):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", proxy.tls)) as plain, pytest.raises((ssl.SSLError, ConnectionError)):
        context.wrap_socket(plain, server_hostname=NAME)


def test_errors_of_the_proxy_tell_browsers_to_stay_with_tls(proxy: Proxy) -> None:
    answer = proxy.get("/metrics")
    assert answer.status_code == 404
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    assert "nginx/" not in answer.headers["Server"]


def test_large_bodies_pass_only_where_sheets_are_handed_in(proxy: Proxy) -> None:
    large = b"x" * (5 * 1024 * 1024)
    assert proxy.post("/en/eu/basket", data=large).status_code == 413
    assert proxy.post("/graphql/", data=large).status_code == 200
    assert proxy.post("/zh-Hans/seller/xuong/imports", data=large).status_code == 200


def test_public_answers_are_kept_for_strangers_only(proxy: Proxy) -> None:
    first, again = (proxy.get("/public/list") for _ in range(2))
    assert (first.headers["X-Cache"], again.headers["X-Cache"]) == ("MISS", "HIT")
    assert again.json()["asked"] == first.json()["asked"]
    assert proxy.get("/public/list", headers={"Accept-Language": "ja"}).headers["X-Cache"] == "MISS"
    assert proxy.get("/public/list", headers={"Cookie": "__Host-session=1"}).headers["X-Cache"] == "BYPASS"
    assert proxy.get("/public/list", headers={"Authorization": "Bearer 1"}).headers["X-Cache"] == "BYPASS"
    assert proxy.get("/public/list").json()["asked"] == first.json()["asked"]
    private = [proxy.get("/private").json()["asked"] for _ in range(2)]
    assert private[0] != private[1]


def test_more_at_once_than_one_address_may_is_answered_429(proxy: Proxy) -> None:
    """Sixty are held by the upstream until one more was refused: no clock decides."""
    RELEASED.clear()
    with ThreadPoolExecutor(64) as callers:
        asked = [callers.submit(proxy.get, "/held") for _ in range(64)]
        refused = next(done for done in as_completed(asked) if done.result().status_code == 429)
        RELEASED.set()
        statuses = [one.result().status_code for one in asked]
    assert refused.result().status_code == 429
    assert 1 <= statuses.count(429) <= 4 and set(statuses) == {200, 429}


def test_the_log_keeps_no_query_and_no_cookie(proxy: Proxy) -> None:
    proxy.get("/track/x?token=very-secret", headers={"Cookie": "session=very-secret"})
    assert "very-secret" not in (proxy.folder / "access.log").read_text()
