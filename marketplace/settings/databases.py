"""The database, its replica, and who is sent where."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from marketplace.environment import environment

SECONDS_TO_CONNECT = 5
_PEER_LOST = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 60_000}
"""A server whose machine is gone is noticed within a minute, where the kernel would wait for hours. Seconds, the last
milliseconds."""
_SESSION = {
    "idle_in_transaction_session_timeout": "2min",
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
"""The same the other way round: what a lost client held in a transaction is given back."""


def _embedded() -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": environment.data_dir / "marketplace.sqlite3",
        "CONN_MAX_AGE": None,  # opening the file anew for each request takes longer than most requests
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def _server(address: str, **options: Any) -> dict[str, Any]:
    """What follows the name, as ``?sslmode=verify-full``, goes to libpq."""
    url = urlsplit(address)
    behind_pooler = environment.database_connection_seconds == 0  # poolers refuse settings of a session
    session = {} if behind_pooler else {"options": " ".join(f"-c {name}={value}" for name, value in _SESSION.items())}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": url.port or "",
        "CONN_MAX_AGE": environment.database_connection_seconds,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": behind_pooler,
        "OPTIONS": {
            "connect_timeout": SECONDS_TO_CONNECT,
            **_PEER_LOST,
            **session,
            **options,
            **dict(parse_qsl(url.query)),
        },
    }


DATABASES = {"default": _embedded() if environment.database_url is None else _server(environment.database_url)}
DATABASE_ROUTERS: list[str] = []
if environment.database_replica_url is not None:
    DATABASES["replica"] = {
        **_server(environment.database_replica_url, connect_timeout=2),
        "TEST": {"MIRROR": "default"},
    }
    DATABASE_ROUTERS = ["marketplace.replicas.router.Router"]
