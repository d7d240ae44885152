"""The process environment, read once. Nothing else in the project touches ``os.environ``."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


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
    allowed_hosts: tuple[str, ...]
    public_url: str
    """Address that people and QR codes reach the marketplace under, without a trailing slash."""
    database_url: str | None
    """``postgresql://…``; ``None`` means the embedded SQLite file."""
    redis_url: str | None
    """Cache, limits and the Celery broker; ``None`` means in-process."""
    search_url: str | None
    """Elasticsearch or OpenSearch; ``None`` means the embedded tantivy index."""
    mail_url: str | None
    """``smtp://user:password@host:port``; ``None`` writes mail into ``data_dir/mail``."""
    mail_from: str

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
        allowed_hosts=tuple(variables.get("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")),
        public_url=(variables.get("PUBLIC_URL") or f"http://{host}:{port}").rstrip("/"),
        database_url=variables.get("DATABASE_URL") or None,
        redis_url=variables.get("REDIS_URL") or None,
        search_url=variables.get("SEARCH_URL") or None,
        mail_url=variables.get("MAIL_URL") or None,
        mail_from=variables.get("MAIL_FROM") or "Bình Dương Marketplace <no-reply@localhost>",
    )


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ValueError(f"PORT must be a number from 1 to 65535, not {text!r}")
    return int(text)


def _local_secret(mode: str, data_dir: Path) -> str:
    """A secret of this machine's own, made on the first start; production has to bring its own."""
    if mode == "production":
        raise ValueError("SECRET_KEY must be set in production")
    if mode == "testing":
        return "only-for-tests-" * 4
    path = data_dir / "secret_key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


environment = read(os.environ)
