"""Secrets: brought in production, made and kept on a machine of one's own."""

import base64
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import randbelow, token_urlsafe

_SHORTEST_SEALING_KEY = 32
_SHORTEST_SECRET_KEY, _FEWEST_SIGNS = 50, 10
_KNOWN_TO_ALL = ("only-for-tests-", "django-insecure-", "changeme", "change-me", "secret-key", "example")
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""A private key is a number below it (FIPS 186-5, SP 800-186 §3.2.1.3)."""


def secret_key(mode: str, key: str | None, data_dir: Path) -> str:
    """Production brings a long one of its own; elsewhere one is made on the first start."""
    if mode == "production":
        return _strong(key)
    if key:
        return key
    if mode == "testing":
        return "only-for-tests-" * 4
    return _kept(data_dir, "secret_key", lambda: token_urlsafe(48))


def _strong(key: str | None) -> str:
    if not key:
        raise ValueError("SECRET_KEY must be set in production")
    if len(key) < _SHORTEST_SECRET_KEY or len(set(key)) < _FEWEST_SIGNS:
        raise ValueError(
            f"SECRET_KEY must have at least {_SHORTEST_SECRET_KEY} random characters in production; make one with "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if key.lower().startswith(_KNOWN_TO_ALL):
        raise ValueError("SECRET_KEY is an example that everybody knows; make one of your own")
    return key


def sealing_keys(mode: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    if mode == "production" and not keys:
        raise ValueError("SEALING_KEYS must be set in production: bank accounts and credentials are sealed with them")
    if any(len(key) < _SHORTEST_SEALING_KEY for key in keys):
        raise ValueError(f"each of SEALING_KEYS must have at least {_SHORTEST_SEALING_KEY} characters")
    return keys


def stripe_key(mode: str, name: str, variables: Mapping[str, str]) -> str | None:
    key = variables.get(name) or None
    if key is not None and mode == "production" and key.split("_")[1:2] != ["live"]:
        raise ValueError(f"{name} must be a live key in production: with another one no money would arrive")
    return key


def vapid_key(mode: str, data_dir: Path, key: str | None) -> str | None:
    if key is None and mode == "development":
        key = _kept(data_dir, "vapid_key", _new_p256_key)
    if key is not None and not _is_p256_key(key):
        raise ValueError("VAPID_PRIVATE_KEY must be the 32 bytes of a P-256 private key in base64url")
    return key


def _new_p256_key() -> str:
    number = 1 + randbelow(_P256_ORDER - 1)
    return base64.urlsafe_b64encode(number.to_bytes(32)).rstrip(b"=").decode()


def _is_p256_key(key: str) -> bool:
    try:
        raw = base64.b64decode(key.rstrip("=") + "=", altchars=b"-_", validate=True)
    except ValueError:
        return False
    return len(raw) == 32 and 0 < int.from_bytes(raw) < _P256_ORDER


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
