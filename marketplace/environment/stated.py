"""Everything a deployment may decide."""

from dataclasses import dataclass
from pathlib import Path

from marketplace.environment.object_storage import ObjectStorage
from marketplace.environment.watching import Watching


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
    database_replica_url: str | None
    """A streaming replica of it, where reads may go that may lag; ``None`` means that there is none."""
    database_connection_seconds: int
    """How long a connection to the database is kept; 0 where a pooler stands between."""
    redis_url: str | None
    """Cache, limits and the Celery broker; ``None`` means in-process."""
    response_cache_mb: int
    """Megabytes of public answers of the API that a process keeps; 0 keeps none."""
    search_url: str | None
    """``https://…`` for Elasticsearch, ``opensearch+https://…`` for OpenSearch (or plain ``http``), with the user and
    password in it; ``None`` means the embedded tantivy index."""
    object_storage: ObjectStorage | None
    """Where pictures and papers lie; ``None`` means folders of ``data_dir``."""
    static_root: Path
    """Where ``collectstatic`` writes, and what is served from there."""
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
    trusted_proxies: tuple[str, ...]
    """Addresses and networks whose ``X-Forwarded-…`` headers are believed: the project's own proxies."""
    requests_per_minute: int
    """How many requests one address, or one person who is signed in, may make in a minute; 0 counts none."""
    shared_networks: tuple[str, ...]
    """Networks where many people go out by one address, as a fair hall's: they may make twenty times as many."""
    security_contact: str | None
    """Where somebody who found a weakness writes to: ``mailto:…`` or ``https://…``; shown in ``security.txt``."""
    watching: Watching
    """Log, metrics, traces and error reports."""
    open_data_licence: str
    """Under which the published indicators may be used: the address of a licence, or its text in a sentence."""

    @property
    def is_production(self) -> bool:
        return self.mode == "production"
