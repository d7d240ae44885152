"""The doctor at real servers that are as they should be, and at real ones that are not."""

from collections.abc import Iterator
from typing import Any

import pytest

from marketplace.doctor.checks import cache, disk, mail, payments
from marketplace.doctor.examine import examine
from marketplace.doctor.finding import Finding, Grade
from marketplace.doctor.hide import hidden
from tests.peers.redis_server import redis_server
from tests.peers.smtp.server import SmtpPeer


def wrongs(check: Any) -> list[Finding]:
    return [finding for finding in check() if finding.grade is Grade.WRONG]


@pytest.mark.services
def test_a_redis_that_throws_jobs_away_is_found(settings: Any) -> None:
    with redis_server("--appendonly", "yes") as address:
        settings.CELERY_BROKER_URL = address
        assert {finding.grade for finding in cache.check()} == {Grade.GOOD}
    with redis_server("--maxmemory-policy", "allkeys-lru", "--save", "") as address:
        settings.CELERY_BROKER_URL = address
        (found,) = wrongs(cache.check)
        assert "allkeys-lru" in found.what and found.mend == "Set maxmemory-policy noeviction."
    (found,) = wrongs(cache.check)
    assert "cannot be reached" in found.what and "REDIS_URL" in found.mend


@pytest.fixture
def letters(settings: Any) -> Iterator[SmtpPeer]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "127.0.0.1", "", ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "market@market.example"
    with SmtpPeer() as peer:
        settings.EMAIL_PORT = peer.port
        yield peer


def test_a_mail_server_is_asked_and_gets_no_letter(letters: SmtpPeer) -> None:
    assert wrongs(mail.check) == [] and letters.taken == []


def test_a_password_is_not_sent_without_tls(letters: SmtpPeer, settings: Any) -> None:
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = True, "market", "secret-1"
    (found,) = wrongs(mail.check)
    assert "offers no STARTTLS" in found.what


def test_a_mail_server_that_is_gone_is_found(letters: SmtpPeer, settings: Any) -> None:
    settings.EMAIL_PORT = 9
    (found,) = wrongs(mail.check)
    assert "127.0.0.1:9 cannot be reached" in found.what and "MAIL_URL" in found.mend


def test_nothing_to_pay_with_is_wrong(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TEST_PAYMENTS, settings.STRIPE_SECRET_KEY = False, None
    monkeypatch.setattr(payments, "accounts", dict)
    assert [finding.what for finding in wrongs(payments.check)] == ["there is no way to pay"]


def test_stripe_out_of_reach_and_webhooks_nobody_can_believe(settings: Any) -> None:
    settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE = "sk_test_never_printed", "http://127.0.0.1:9"
    settings.STRIPE_WEBHOOK_SECRETS = ()
    said = [finding for _, finding in examine({"payments": payments.check}) if finding.grade is Grade.WRONG]
    assert ["Stripe cannot be asked" in said[0].what, "STRIPE_WEBHOOK_SECRET" in said[1].what] == [True, True]
    assert "never_printed" not in str(said)


def test_a_folder_that_is_not_there_is_named(settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path / "gone"
    assert "is not there" in wrongs(disk.check)[0].what


def test_a_check_that_breaks_is_a_finding_and_the_next_one_runs() -> None:
    def broken() -> Iterator[Finding]:
        raise OSError("redis://market:hunter2@cache:6379 refused")
        yield

    found = list(examine({"first": broken, "second": lambda: iter([Finding(Grade.GOOD, "fine")])}))
    assert [finding.grade for _, finding in found] == [Grade.WRONG, Grade.GOOD]
    assert "hunter2" not in found[0][1].what


def test_no_secret_is_printed_whoever_quotes_it(settings: Any) -> None:
    settings.STRIPE_SECRET_KEY = "sk_live_abcdef"
    text = hidden(f"key sk_live_abcdef, {settings.SECRET_KEY}, postgresql://u:p@db/x")
    assert text == "key •••, •••, postgresql://•••@db/x"
