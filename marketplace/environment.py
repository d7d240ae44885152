"""The process environment, read once. Nothing else in the project touches ``os.environ``."""

import base64
import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
_SHORTEST_SEALING_KEY = 32
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""A private key is a number below it (FIPS 186-5, SP 800-186 §3.2.1.3)."""
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")


@dataclass(frozen=True, slots=True)
class Environment:
    """Everything a deployment may decide, with the embedded defaults of one machine."""

    mode: str
    """``development``, ``testing`` or ``production``."""
    data_dir: Path
    """Where the embedded database, the search index, media and secrets live."""
    host: str
    port: int
    secret_key: str
    sealing_keys: tuple[str, ...]
    """What secrets in the database are sealed with, newest first: the first one seals, all of them open. Without any
    (never in production) it is the secret key."""
    allowed_hosts: tuple[str, ...]
    public_url: str
    """Address that people and QR codes reach the marketplace under, without a trailing slash."""
    database_url: str | None
    """``postgresql://…``; ``None`` means the embedded SQLite file."""
    redis_url: str | None
    """Cache, limits and the Celery broker; ``None`` means in-process."""
    search_url: str | None
    """``https://…`` for Elasticsearch, ``opensearch+https://…`` for OpenSearch (or plain ``http``), with the user and
    password in it; ``None`` means the embedded tantivy index."""
    mail_url: str | None
    """``smtp://user:password@host:port``; ``None`` writes mail into ``data_dir/mail``."""
    mail_from: str
    deepl_auth_key: str | None
    """The key of a DeepL account, which then pays for what sellers have translated."""
    deepl_server_url: str | None
    """Another address of DeepL's API; ``None`` lets the key decide between the free and the paid one."""
    libretranslate_url: str | None
    """A server that speaks LibreTranslate's API. Without it and without DeepL nothing is translated by machine."""
    libretranslate_api_key: str | None
    machine_translation_daily_characters: int
    """How much may be sent in a day (UTC) for everybody together, and …"""
    machine_translation_seller_daily_characters: int
    """… for one seller."""
    stripe_secret_key: str | None
    """``sk_live_…``, or ``sk_test_…`` outside production. Without it Stripe is not offered."""
    stripe_publishable_key: str | None
    """``pk_…``: what programs of buyers confirm payments with. No secret."""
    stripe_webhook_secrets: tuple[str, ...]
    """``whsec_…`` of the endpoints that call ``/payments/stripe/webhook``: the account's own and that of the sellers'
    accounts, and during a rotation the old one beside the new."""
    stripe_api_base: str
    """Where Stripe's API is; another address only to try things out."""
    stripe_captures_at_shipping: tuple[str, ...]
    """Channels (or ``all``) whose cards are charged when the first goods leave, not when ordering. A hold lasts seven
    days: only for goods that lie ready."""
    carrier_time_budget_seconds: float
    """How long somebody who checks out waits for the prices of carriers, all together."""

    tax_invoice_url: str | None
    """The gateway that sellers' tax invoices may be handed to; without it they hand in files themselves."""
    media_origin: str | None
    """``https://…`` of a host of its own for what people upload; without it uploads are shown in a sandbox."""
    vapid_private_key: str | None
    """What notices to browsers are signed with (RFC 8292): the 32 bytes of a P-256 key, base64url. In production it has
    to be brought; without it such notices are not offered."""
    country_header: str | None
    """The header in which a trusted proxy names the reader's country, for counting; it must drop what readers send."""
    open_data_licence: str
    """Under which the published indicators may be used: the address of a licence, or its text in a sentence."""

    @property
    def is_production(self) -> bool:
        return self.mode == "production"


def read(variables: Mapping[str, str]) -> Environment:
    """Build an `Environment`; raises ``ValueError`` naming the variable that is wrong or missing."""
    mode = variables.get("MARKETPLACE_MODE", "development")
    if mode not in {"development", "testing", "production"}:
        raise ValueError(f"MARKETPLACE_MODE must be development, testing or production, not {mode!r}")
    data_dir = Path(variables.get("DATA_DIR") or CHECKOUT / "var").expanduser().resolve()
    port = _port(variables.get("PORT") or "8000")
    host = variables.get("HOST") or "127.0.0.1"
    return Environment(
        mode=mode,
        data_dir=data_dir,
        host=host,
        port=port,
        secret_key=variables.get("SECRET_KEY") or _local_secret(mode, data_dir),
        sealing_keys=_sealing_keys(mode, _words("SEALING_KEYS", variables)),
        allowed_hosts=tuple(variables.get("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")),
        public_url=(variables.get("PUBLIC_URL") or f"http://{host}:{port}").rstrip("/"),
        database_url=variables.get("DATABASE_URL") or None,
        redis_url=variables.get("REDIS_URL") or None,
        search_url=_search_url(variables.get("SEARCH_URL") or None),
        mail_url=variables.get("MAIL_URL") or None,
        mail_from=variables.get("MAIL_FROM") or "Bình Dương Marketplace <no-reply@localhost>",
        deepl_auth_key=variables.get("DEEPL_AUTH_KEY") or None,
        deepl_server_url=variables.get("DEEPL_SERVER_URL") or None,
        libretranslate_url=variables.get("LIBRETRANSLATE_URL") or None,
        libretranslate_api_key=variables.get("LIBRETRANSLATE_API_KEY") or None,
        machine_translation_daily_characters=_count(
            "MACHINE_TRANSLATION_DAILY_CHARACTERS", variables.get("MACHINE_TRANSLATION_DAILY_CHARACTERS") or "500000"
        ),
        machine_translation_seller_daily_characters=_count(
            "MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS",
            variables.get("MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS") or "50000",
        ),
        stripe_secret_key=_stripe_key(mode, "STRIPE_SECRET_KEY", variables),
        stripe_publishable_key=_stripe_key(mode, "STRIPE_PUBLISHABLE_KEY", variables),
        stripe_webhook_secrets=_words("STRIPE_WEBHOOK_SECRET", variables),
        stripe_api_base=_stripe_api_base(mode, variables.get("STRIPE_API_BASE") or "https://api.stripe.com"),
        stripe_captures_at_shipping=_words("STRIPE_CAPTURES_AT_SHIPPING", variables),
        tax_invoice_url=_tax_invoice_url(mode, variables.get("TAX_INVOICE_URL") or None),
        carrier_time_budget_seconds=_seconds(
            "CARRIER_TIME_BUDGET_SECONDS", variables.get("CARRIER_TIME_BUDGET_SECONDS") or "3"
        ),
        media_origin=_media_origin(mode, variables.get("MEDIA_ORIGIN") or None),
        vapid_private_key=_vapid_key(mode, data_dir, variables.get("VAPID_PRIVATE_KEY") or None),
        country_header=_header("COUNTRY_HEADER", variables.get("COUNTRY_HEADER") or None),
        open_data_licence=variables.get("OPEN_DATA_LICENCE") or CC_BY,
    )


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ValueError(f"PORT must be a number from 1 to 65535, not {text!r}")
    return int(text)


def _count(name: str, text: str) -> int:
    if not text.isdigit():
        raise ValueError(f"{name} must be a number of characters, not {text!r}")
    return int(text)


def _seconds(name: str, text: str) -> float:
    if not text.replace(".", "", 1).isdecimal() or not text.isascii() or not 0 < float(text) <= 30:
        raise ValueError(f"{name} must be seconds from above 0 to 30, not {text!r}")
    return float(text)


def _media_origin(mode: str, url: str | None) -> str | None:
    if url is not None and not re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?/?", url):
        raise ValueError("MEDIA_ORIGIN must be an address without a path, as https://uploads.example.com")
    if url is not None and mode == "production" and not url.startswith("https://"):
        raise ValueError("MEDIA_ORIGIN must begin with https://")
    return url.rstrip("/") if url is not None else None


def _vapid_key(mode: str, data_dir: Path, key: str | None) -> str | None:
    if key is None and mode == "development":
        key = _kept(data_dir, "vapid_key", _new_p256_key)
    if key is not None and not _is_p256_key(key):
        raise ValueError("VAPID_PRIVATE_KEY must be the 32 bytes of a P-256 private key in base64url")
    return key


def _new_p256_key() -> str:
    number = 1 + secrets.randbelow(_P256_ORDER - 1)
    return base64.urlsafe_b64encode(number.to_bytes(32)).rstrip(b"=").decode()


def _is_p256_key(key: str) -> bool:
    try:
        raw = base64.b64decode(key.rstrip("=") + "=", altchars=b"-_", validate=True)
    except ValueError:
        return False
    return len(raw) == 32 and 0 < int.from_bytes(raw) < _P256_ORDER


def _header(name: str, text: str | None) -> str | None:
    if text is not None and not _HEADER.fullmatch(text):
        raise ValueError(f"{name} must be the name of a header in letters, digits and hyphens, not {text!r}")
    return text


def _words(name: str, variables: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(word.strip() for word in variables.get(name, "").split(",") if word.strip())


def _sealing_keys(mode: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    if mode == "production" and not keys:
        raise ValueError("SEALING_KEYS must be set in production: bank accounts and credentials are sealed with them")
    if any(len(key) < _SHORTEST_SEALING_KEY for key in keys):
        raise ValueError(f"each of SEALING_KEYS must have at least {_SHORTEST_SEALING_KEY} characters")
    return keys


def _stripe_key(mode: str, name: str, variables: Mapping[str, str]) -> str | None:
    key = variables.get(name) or None
    if key is not None and mode == "production" and key.split("_")[1:2] != ["live"]:
        raise ValueError(f"{name} must be a live key in production: with another one no money would arrive")
    return key


def _stripe_api_base(mode: str, url: str) -> str:
    if not url.startswith("https://" if mode == "production" else ("https://", "http://")):
        raise ValueError("STRIPE_API_BASE must begin with https://")
    return url.rstrip("/")


def _tax_invoice_url(mode: str, url: str | None) -> str | None:
    if url is not None and not url.startswith("https://" if mode == "production" else ("https://", "http://")):
        raise ValueError("TAX_INVOICE_URL must begin with https://")
    return url.rstrip("/") if url is not None else None


def _search_url(url: str | None) -> str | None:
    if url is not None and url.partition("://")[0] not in {"http", "https", "opensearch+http", "opensearch+https"}:
        raise ValueError("SEARCH_URL must begin with http://, https://, opensearch+http:// or opensearch+https://")
    return url


def _local_secret(mode: str, data_dir: Path) -> str:
    """A secret of this machine's own, made on the first start; production has to bring its own."""
    if mode == "production":
        raise ValueError("SECRET_KEY must be set in production")
    if mode == "testing":
        return "only-for-tests-" * 4
    return _kept(data_dir, "secret_key", lambda: secrets.token_urlsafe(48))


def _kept(data_dir: Path, name: str, made: Callable[[], str]) -> str:
    """A secret in a file of this machine that only its owner reads; made once, also by two that start together."""
    path = data_dir / name
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        draft = data_dir / f"{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(made())
        with suppress(FileExistsError):  # another was first: theirs is read
            os.link(draft, path)
        draft.unlink()
    return path.read_text().strip()


environment = read(os.environ)
