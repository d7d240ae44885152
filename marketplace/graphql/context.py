"""What a resolver knows about the request: ``info.context``."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from marketplace.graphql.watch import Watch
from marketplace.observability.work import current_request_id

Translate = Callable[[str, Mapping[str, Any], str], str]
"""``(message id, parameters, language) -> text``."""


class Actor(Protocol):
    """Who calls. The kit asks nothing more of a user than this."""

    @property
    def id(self) -> Any: ...
    @property
    def is_authenticated(self) -> bool: ...
    def has_permission(self, name: str, /) -> bool: ...


class Anonymous:
    """Nobody is signed in."""

    id: None = None
    is_authenticated = False

    def has_permission(self, name: str, /) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class ClientInfo:
    """Where the request came from, for rate limits and audit."""

    ip: str = ""
    user_agent: str = ""


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass(slots=True)
class Context:
    """One request. ``now`` stays the same for its whole life, ``cache`` is a memo that dies with it."""

    actor: Actor = field(default_factory=Anonymous)
    language: str = "en"
    client: ClientInfo = field(default_factory=ClientInfo)
    now: datetime.datetime = field(default_factory=_now)
    files: Mapping[str, Any] = field(default_factory=dict)
    cache: dict[Any, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    """For the application: whatever its resolvers share."""
    translate: Translate | None = None
    """Set by the schema that executes."""
    watch: Watch | None = None
    """The same: who looks on while mutations run."""
    impersonator: Actor | None = None
    """Who really calls, while they look at things with the eyes and the rights of ``actor``."""
    request_id: str = field(default_factory=current_request_id)
    """What the request is called in the log, in what is kept of it and in the answer's ``X-Request-ID``."""


def untranslated(message: str, params: Mapping[str, Any], language: str) -> str:
    """The message itself with its parameters filled in: what a schema without a translator says."""
    return message % params if params else message
