"""What a deployment may not get wrong about payments and secrets."""

from pathlib import Path

import pytest

from marketplace.environment import read

PRODUCTION = {
    "MARKETPLACE_MODE": "production",
    "SECRET_KEY": "n3w-AND-long-enough-for-production_0123456789abcdefghij",
    "SEALING_KEYS": "k" * 32,
    "PUBLIC_URL": "https://market.example",
    "ALLOWED_HOSTS": "market.example",
}


@pytest.mark.parametrize("name", ["STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY"])
@pytest.mark.parametrize("key", ["sk_test_1", "pk_test_1", "rk_test_1", "nonsense"])
def test_production_refuses_keys_that_bring_no_money(name: str, key: str) -> None:
    with pytest.raises(ValueError, match=name):
        read({**PRODUCTION, name: key})


def test_production_takes_live_keys_and_speaks_to_stripe_itself() -> None:
    found = read({**PRODUCTION, "STRIPE_SECRET_KEY": "rk_live_1", "STRIPE_PUBLISHABLE_KEY": "pk_live_1"})
    assert (found.stripe_secret_key, found.stripe_api_base) == ("rk_live_1", "https://api.stripe.com")
    with pytest.raises(ValueError, match="STRIPE_API_BASE"):
        read({**PRODUCTION, "STRIPE_API_BASE": "http://127.0.0.1:1"})


def test_without_keys_there_is_no_stripe(tmp_path: Path) -> None:
    found = read({"DATA_DIR": str(tmp_path)})
    assert (found.stripe_secret_key, found.stripe_webhook_secrets, found.stripe_captures_at_shipping) == (None, (), ())


def test_several_secrets_are_known_while_one_follows_the_other(tmp_path: Path) -> None:
    found = read({"DATA_DIR": str(tmp_path), "STRIPE_WEBHOOK_SECRET": "whsec_new, whsec_old"})
    assert found.stripe_webhook_secrets == ("whsec_new", "whsec_old")


def test_production_seals_with_keys_of_its_own() -> None:
    with pytest.raises(ValueError, match="SEALING_KEYS must be set"):
        read({**PRODUCTION, "SEALING_KEYS": " , "})
    with pytest.raises(ValueError, match="at least 32"):
        read({**PRODUCTION, "SEALING_KEYS": "k" * 32 + ",short"})
    assert read({**PRODUCTION, "SEALING_KEYS": f"{'n' * 32}, {'o' * 40}"}).sealing_keys == ("n" * 32, "o" * 40)


@pytest.mark.parametrize("text", ["0", "31", "-1", "soon", "1e1", "٣"])
def test_nobody_waits_for_carriers_for_ever(tmp_path: Path, text: str) -> None:
    assert read({"DATA_DIR": str(tmp_path)}).carrier_time_budget_seconds == 3
    assert read({"DATA_DIR": str(tmp_path), "CARRIER_TIME_BUDGET_SECONDS": "1.5"}).carrier_time_budget_seconds == 1.5
    with pytest.raises(ValueError, match="CARRIER_TIME_BUDGET_SECONDS"):
        read({"DATA_DIR": str(tmp_path), "CARRIER_TIME_BUDGET_SECONDS": text})


def test_no_proxy_is_trusted_to_name_countries_unless_its_header_is(tmp_path: Path) -> None:
    assert read({"DATA_DIR": str(tmp_path)}).country_header is None
    assert read({"DATA_DIR": str(tmp_path), "COUNTRY_HEADER": "CF-IPCountry"}).country_header == "CF-IPCountry"
    for text in ("CF-IPCountry: DE", "a b", "-", "x" * 80, "Länder"):
        with pytest.raises(ValueError, match="COUNTRY_HEADER"):
            read({"DATA_DIR": str(tmp_path), "COUNTRY_HEADER": text})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("TRUSTED_PROXIES", "everybody"),
        ("TRUSTED_PROXIES", "10.0.0.0/99"),
        ("SHARED_NETWORKS", "hall"),
        ("REQUESTS_PER_MINUTE", "many"),
        ("SECURITY_CONTACT", "javascript:alert(1)"),
        ("SECURITY_CONTACT", "mailto:a@b\nContact: x"),
    ],
)
def test_what_decides_who_is_believed_is_read_strictly(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(ValueError, match=name):
        read({"DATA_DIR": str(tmp_path), name: text})


def test_only_this_machines_own_proxy_is_believed_by_itself(tmp_path: Path) -> None:
    plain = read({"DATA_DIR": str(tmp_path)})
    assert plain.trusted_proxies == ("127.0.0.0/8", "::1/128")
    assert plain.requests_per_minute == 0
    some = read({"DATA_DIR": str(tmp_path), "TRUSTED_PROXIES": "10.0.0.0/8, 192.0.2.1"})
    assert some.trusted_proxies == ("10.0.0.0/8", "192.0.2.1")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("SECRET_KEY", ["", "short", "x" * 60, "django-insecure-" + "abcdefghijklmnopqrst" * 3, "only-for-tests-" * 4]),
        ("PUBLIC_URL", ["", "http://market.example", "https://", "https://market.example/shop", "market.example"]),
        ("ALLOWED_HOSTS", ["", "*", "market.example,*", "other.example", "127.0.0.1,localhost"]),
        ("STRIPE_API_BASE", ["http://127.0.0.1:1"]),
        ("MEDIA_ORIGIN", ["http://uploads.example"]),
    ],
)
def test_production_refuses_what_would_be_unsafe(name: str, values: list[str]) -> None:
    read(PRODUCTION)
    for value in values:
        with pytest.raises(ValueError, match=name):
            read({**PRODUCTION, name: value})


def test_a_host_of_the_whole_domain_serves_the_public_one() -> None:
    assert read({**PRODUCTION, "ALLOWED_HOSTS": ".example"}).allowed_hosts == (".example",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "postgresql://host"),
        ("DATABASE_REPLICA_URL", "postgresql://replica/name"),
        ("REDIS_URL", "http://host"),
        ("MAIL_URL", "mail.example:25"),
        ("DATABASE_CONNECTION_SECONDS", "a minute"),
    ],
)
def test_an_address_of_the_wrong_kind_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        read({"DATA_DIR": str(tmp_path), name: value})


def test_a_replica_needs_a_place_to_remember_who_wrote(tmp_path: Path) -> None:
    stated = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql://primary/market",
        "DATABASE_REPLICA_URL": "postgresql://replica/market",
    }
    with pytest.raises(ValueError, match="REDIS_URL"):
        read(stated)
    assert read({**stated, "REDIS_URL": "redis://cache"}).database_replica_url == "postgresql://replica/market"
