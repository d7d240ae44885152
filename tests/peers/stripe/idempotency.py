"""Idempotency keys: the first answer of a key is its answer; another request under it is a conflict."""

import hashlib
from dataclasses import dataclass, field

from tests.peers.stripe.refused import Refused

Answer = tuple[int, bytes]


@dataclass
class Idempotency:
    _requests: dict[str, str] = field(default_factory=dict)
    _answers: dict[str, Answer] = field(default_factory=dict)

    def begin(self, key: str, method: str, path: str, body: bytes) -> Answer | None:
        """The stored answer of a repeated request; None for one that is new."""
        if not key or method != "POST":
            return None
        fingerprint = hashlib.sha256(b"\0".join([method.encode(), path.encode(), body])).hexdigest()
        known = self._requests.setdefault(key, fingerprint)
        if known != fingerprint:
            message = f"Keys for idempotent requests can only be used with the same parameters: {key!r} was not."
            raise Refused(message, type="idempotency_error")
        if key in self._answers:
            return self._answers[key]
        return None

    def remember(self, key: str, answer: Answer) -> None:
        """Whatever came of it, also an error, once the work had begun."""
        if key:
            self._answers[key] = answer

    def forget(self, key: str) -> None:
        """The request was refused before any work: the key is free again."""
        self._requests.pop(key, None)

    def clear(self) -> None:
        """Stripe forgets keys after a day or more."""
        self._requests.clear()
        self._answers.clear()
