"""Read the variables of a process into an `Environment`."""

from collections.abc import Mapping
from pathlib import Path

from marketplace.environment import addresses, secrets, words
from marketplace.environment.object_storage import object_storage
from marketplace.environment.stated import Environment
from marketplace.environment.watching import watching

CHECKOUT = Path(__file__).resolve().parent.parent.parent
CC_BY = "https://creativecommons.org/licenses/by/4.0/"


def read(variables: Mapping[str, str]) -> Environment:
    """Build an `Environment`; raises ``ValueError`` naming the variable that is wrong or missing."""
    mode = variables.get("MARKETPLACE_MODE", "development")
    if mode not in {"development", "testing", "production"}:
        raise ValueError(f"MARKETPLACE_MODE must be development, testing or production, not {mode!r}")
    data_dir = Path(variables.get("DATA_DIR") or CHECKOUT / "var").expanduser().resolve()
    port = words.port(variables.get("PORT") or "8000")
    host = variables.get("HOST") or "127.0.0.1"
    public_url = addresses.public_url(mode, variables.get("PUBLIC_URL") or None, otherwise=f"http://{host}:{port}")
    redis_url = addresses.redis(variables.get("REDIS_URL") or None)
    database_url = addresses.database("DATABASE_URL", variables.get("DATABASE_URL") or None)
    return Environment(
        mode=mode,
        data_dir=data_dir,
        host=host,
        port=port,
        secret_key=secrets.secret_key(mode, variables.get("SECRET_KEY") or None, data_dir),
        sealing_keys=secrets.sealing_keys(mode, words.words("SEALING_KEYS", variables)),
        allowed_hosts=addresses.allowed_hosts(mode, words.words("ALLOWED_HOSTS", variables), public_url),
        public_url=public_url,
        database_url=database_url,
        database_replica_url=addresses.replica(
            variables.get("DATABASE_REPLICA_URL") or None, primary=database_url, redis_url=redis_url
        ),
        database_connection_seconds=words.count("DATABASE_CONNECTION_SECONDS", variables, "60"),
        redis_url=redis_url,
        search_url=addresses.search(variables.get("SEARCH_URL") or None),
        object_storage=object_storage(variables.get("MEDIA_STORAGE_URL") or None),
        static_root=Path(variables.get("STATIC_ROOT") or data_dir / "static").expanduser().resolve(),
        mail_url=addresses.mail(variables.get("MAIL_URL") or None),
        mail_from=variables.get("MAIL_FROM") or "Bình Dương Marketplace <no-reply@localhost>",
        deepl_auth_key=variables.get("DEEPL_AUTH_KEY") or None,
        deepl_server_url=variables.get("DEEPL_SERVER_URL") or None,
        libretranslate_url=variables.get("LIBRETRANSLATE_URL") or None,
        libretranslate_api_key=variables.get("LIBRETRANSLATE_API_KEY") or None,
        machine_translation_daily_characters=words.count("MACHINE_TRANSLATION_DAILY_CHARACTERS", variables, "500000"),
        machine_translation_seller_daily_characters=words.count(
            "MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS", variables, "50000"
        ),
        stripe_secret_key=secrets.stripe_key(mode, "STRIPE_SECRET_KEY", variables),
        stripe_publishable_key=secrets.stripe_key(mode, "STRIPE_PUBLISHABLE_KEY", variables),
        stripe_webhook_secrets=words.words("STRIPE_WEBHOOK_SECRET", variables),
        stripe_api_base=addresses.over_tls("STRIPE_API_BASE", mode, variables.get("STRIPE_API_BASE") or None)
        or "https://api.stripe.com",
        stripe_captures_at_shipping=words.words("STRIPE_CAPTURES_AT_SHIPPING", variables),
        tax_invoice_url=addresses.over_tls("TAX_INVOICE_URL", mode, variables.get("TAX_INVOICE_URL") or None),
        carrier_time_budget_seconds=words.seconds(
            "CARRIER_TIME_BUDGET_SECONDS", variables.get("CARRIER_TIME_BUDGET_SECONDS") or "3"
        ),
        media_origin=addresses.media_origin(mode, variables.get("MEDIA_ORIGIN") or None),
        vapid_private_key=secrets.vapid_key(mode, data_dir, variables.get("VAPID_PRIVATE_KEY") or None),
        country_header=words.header("COUNTRY_HEADER", variables.get("COUNTRY_HEADER") or None),
        trusted_proxies=words.networks("TRUSTED_PROXIES", variables, ("127.0.0.0/8", "::1/128")),
        requests_per_minute=words.count("REQUESTS_PER_MINUTE", variables, "600" if mode == "production" else "0"),
        shared_networks=words.networks("SHARED_NETWORKS", variables),
        security_contact=addresses.contact(variables.get("SECURITY_CONTACT") or None),
        response_cache_mb=words.count("RESPONSE_CACHE_MB", variables, "32"),
        watching=watching(variables),
        open_data_licence=variables.get("OPEN_DATA_LICENCE") or CC_BY,
    )
