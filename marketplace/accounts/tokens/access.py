"""Access tokens: short-lived JWTs (RFC 7519, HS256) that name the user and say nothing else about them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
from django.db.models import Exists, OuterRef
from django.utils import timezone

from marketplace.accounts.permissions import Permission
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.keys import accepted_keys, signing_key
from marketplace.accounts.user import User

ACCESS_LIFETIME = timedelta(minutes=15)
_PURPOSE = "access-token"
_ISSUER = "binh-duong-marketplace"
_LONGEST_TOKEN = 2000


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever shows a valid token, and the session that it belongs to."""

    user: User
    session: UUID | None
    impersonator: User | None = None
    """Who really shows it: one of our own who looks at the pages with the user's eyes."""


def make_access_token(
    user: User,
    *,
    session: UUID | None = None,
    now: datetime | None = None,
    acting: User | None = None,
    expires_at: datetime | None = None,
) -> str:
    """A token that is good for 15 minutes or until ``expires_at``, and no longer than its session.

    ``acting`` is who really calls, in the claim that RFC 8693 section 4.1 has for it.
    """
    issued = now or timezone.now()
    claims = {
        "iss": _ISSUER,
        "sub": str(user.public_id),
        "gen": user.token_generation,
        "iat": issued,
        "exp": expires_at or issued + ACCESS_LIFETIME,
    }
    if acting is not None:
        claims["act"] = {"sub": str(acting.public_id), "gen": acting.token_generation}
    if session is not None:
        claims["sid"] = str(session)
    return jwt.encode(claims, signing_key(_PURPOSE), algorithm="HS256")


def actor_of(access_token: str) -> User | None:
    """The user of a token that is valid now; nobody for any other text."""
    bearer = bearer_of(access_token)
    return bearer.user if bearer is not None else None


def subject_of(access_token: str) -> str | None:
    """Whom a token names that we signed and that has not expired; without a look at whether it still counts."""
    claims = _claims(access_token)
    return str(claims["sub"]) if claims is not None else None


def bearer_of(access_token: str) -> Bearer | None:
    """The user and session of a token that is valid now, with one query at most; a second one for its impersonator."""
    claims = _claims(access_token)
    if claims is None:
        return None
    users = User.objects.filter(public_id=claims["sub"], is_active=True)
    session: UUID | None = claims["sid"]
    if session is not None:
        users = users.filter(Exists(Session.objects.alive().filter(public_id=session, user=OuterRef("pk"))))
    user = users.first()
    if user is None or user.token_generation != claims["gen"]:
        return None
    acting = claims.get("act")
    if acting is None:
        return Bearer(user, session)
    impersonator = _impersonator(acting)
    # Rights that were given since then are not to be had this way.
    return Bearer(user, session, impersonator) if impersonator is not None and not user.staff_roles else None


def _impersonator(acting: dict[str, Any]) -> User | None:
    """Whoever acts, if they still may: not when they were blocked, lost the right or signed out everywhere."""
    user = User.objects.filter(public_id=UUID(acting["sub"]), is_active=True).first()
    if user is None or user.token_generation != acting["gen"]:
        return None
    return user if user.has_permission(Permission.USERS_IMPERSONATE) else None


def _claims(token: str) -> dict[str, Any] | None:
    if len(token) > _LONGEST_TOKEN:
        return None
    for key in accepted_keys(_PURPOSE):
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=["HS256"],
                issuer=_ISSUER,
                options={"require": ["exp", "iat", "sub", "gen"]},
            )
            session = UUID(claims["sid"]) if "sid" in claims else None
            return {**claims, "sub": UUID(claims["sub"]), "sid": session}
        except jwt.InvalidSignatureError:
            continue
        except (jwt.InvalidTokenError, ValueError):
            return None
    return None
