"""Who may open connections, read out of the sources: only where the address was checked, or is a fixed service's."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]


def parsed(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def calls_in(path: str) -> set[str]:
    return {ast.unparse(node) for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)}


def test_nothing_is_fetched_from_an_address_that_a_client_gave() -> None:
    """Only the adapters that talk to a fixed service of their own may open connections.

    The translation engine's address is the environment's, and it follows no redirection to another. Webhooks and
    portals are called where clients say, and lists of exhibitors are fetched where staff say: by one module each, at
    the very address that another has checked. Mail knows the errors of its server by their types. The doctor tries the
    mail server and the bucket that the environment names, and the clock says on which host it runs.
    """
    fetching = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "socket", "ftplib", "smtplib",
                "urllib3"}  # fmt: skip
    may = {"i18n/rate_feeds", "orders/payments/gateways", "orders/invoicing/providers", "logistics/carriers",
           "catalog/search/backends", "marketplace/management", "i18n/machine_translation/engines"}  # fmt: skip
    checked = {"marketplace/webhooks/address.py", "marketplace/webhooks/post.py",
               "catalog/traceability/portals/rest/client.py", "marketplace/expo/feeds/json_api/client.py",
               "marketplace/accounts/mail/failure.py", "marketplace/beat/scheduler.py",
               "marketplace/doctor/checks/mail.py", "marketplace/doctor/checks/media.py"}  # fmt: skip
    found = set()
    for package in ("marketplace", "catalog", "orders", "logistics", "i18n", "frontend"):
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if fetching & set(names):
                    found.add(file.relative_to(ROOT).as_posix())
    assert {file for file in found if not file.startswith(tuple(may))} == checked


def test_a_webhook_is_called_at_the_address_that_was_checked_and_mail_opens_nothing() -> None:
    calls = calls_in("marketplace/webhooks/post.py")
    opening = {call for call in calls if call.startswith(("socket.", "http.client.", "_connected("))}
    assert opening == {
        "http.client.HTTPConnection(target.host, target.port)",
        "_connected(target, address)",
        "socket.create_connection((address, target.port), CONNECT_SECONDS)",
    }
    assert "resolve(target.host, target.port)" in calls, "the address is what the check has answered"
    calls = calls_in("marketplace/expo/feeds/json_api/client.py")
    assert {call for call in calls if call.startswith(("socket.", "http.client.", "_connected(", "_call("))} == {
        "_call(target, resolve(target.host, target.port), access_key, until)",
        "http.client.HTTPConnection(target.host, target.port)",
        "_connected(target, address, left)",
        "socket.create_connection((address, target.port), min(CONNECT_SECONDS, left))",
    }
    calls = calls_in("catalog/traceability/portals/rest/client.py")
    assert {call for call in calls if call.startswith(("urllib3.HTTP", "_pool("))} == {
        "_pool(target, resolve(target.host, target.port))",
        "urllib3.HTTPConnectionPool(address, target.port, timeout=timeout)",
        "urllib3.HTTPSConnectionPool(address, target.port, timeout=timeout, **names)",
    }
    assert any("redirect=False, retries=False" in call for call in calls), "and goes nowhere else"
    checker = parsed("marketplace/webhooks/address.py")
    used = {ast.unparse(node) for node in ast.walk(checker) if isinstance(node, ast.Attribute)}
    assert {name for name in used if name.startswith("socket.")} == {
        "socket.getaddrinfo", "socket.SOCK_STREAM", "socket.inet_aton", "socket.inet_ntoa"
    }  # fmt: skip
    failure = parsed("marketplace/accounts/mail/failure.py")
    imported = {alias.name for node in ast.walk(failure) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert not {name for name in imported if name in {"SMTP", "SMTP_SSL", "LMTP"}}
