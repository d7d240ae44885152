"""Run a creating mutation once per key, and answer the same to whoever repeats it.

1. Without a key nothing is different.
2. The caller's key is claimed: a row that only one request can write. Of two at once the second waits for the first
   (or, where the work is not one transaction, is told that it is in progress).
3. The mutation runs, its answer is completed and stored beside it: in the same transaction for a mutation that is one,
   so that there is never the work without its answer, nor the answer without the work.
4. Whoever repeats it is given that answer; another request under the same key is refused, and so nothing is done.
5. A refusal creates nothing and is not kept: the same request may succeed later.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from graphql import GraphQLError, GraphQLResolveInfo

from marketplace.graphql.errors import _
from marketplace.graphql.idempotency.key import request_of, scope_of
from marketplace.graphql.idempotency.seal import seal, unseal
from marketplace.graphql.input_errors import InputError
from marketplace.graphql.outcome import formatted
from marketplace.graphql.result import to_json

if TYPE_CHECKING:
    from marketplace.graphql.idempotency.stored_answer import StoredAnswer

KEPT = timedelta(hours=24)
HELD = timedelta(minutes=1)
"""How long work that is not one transaction is left alone before somebody else may take it up again."""
Settled = tuple[Any, list[GraphQLError]]
Settle = Callable[[], Settled]
REFUSAL, DONE = "idempotency.refusal", "idempotency.done"
"""Places in the context's cache: what the mutation is to refuse with, and whether it did what it was asked."""


def answer_once(info: GraphQLResolveInfo, arguments: dict[str, Any], settle: Settle) -> Settled:
    """For a mutation that is one transaction. ``settle`` runs the field and completes its answer."""
    return _answered(info, arguments, settle, _in_one_transaction)


def answer_once_in_steps(info: GraphQLResolveInfo, arguments: dict[str, Any], settle: Settle) -> Settled:
    """For a mutation that opens its own transactions: claimed first, answered afterwards."""
    return _answered(info, arguments, settle, _in_steps)


def forget_answers(*, now: datetime) -> int:
    """Delete what is older than a day; returns how many. Run periodically."""
    return _rows().filter(created_at__lt=now - KEPT).delete()[0]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request under a key."""

    info: Any
    scope: str
    key: str
    request: str


def _answered(info: Any, arguments: dict[str, Any], settle: Settle, run: Callable[..., Settled]) -> Settled:
    key = arguments.get("idempotency_key")
    if key is None:
        return settle()
    try:
        scope = scope_of(info.context, key)
    except InputError as refusal:
        return _refuse(info, settle, refusal)
    return run(_Asked(info, scope, key, request_of(info, arguments)), settle)


def _in_one_transaction(asked: _Asked, settle: Settle) -> Settled:
    with transaction.atomic():
        row, is_new = _claim(asked)
        if not is_new:
            return _repeat(asked, row, settle)
        value, errors = _run(asked.info, settle)
        if not asked.info.context.cache.get(DONE):
            transaction.set_rollback(True)  # nothing was created: the key is free again
            return value, errors
        return _store(asked, row, value, errors)


def _in_steps(asked: _Asked, settle: Settle) -> Settled:
    with transaction.atomic():
        row, is_new = _claim(asked)
        is_left = not row.is_done and row.request == asked.request and row.held_until <= timezone.now()
        takes_over = not is_new and is_left
        if takes_over:
            row.held_until = timezone.now() + HELD
            row.save(update_fields=["held_until"])
    if not is_new and not takes_over:
        return _repeat(asked, row, settle)
    value, errors = _run(asked.info, settle)
    if asked.info.context.cache.get(DONE):
        return _store(asked, row, value, errors)
    row.delete()
    return value, errors


def _run(info: Any, settle: Settle) -> Settled:
    info.context.cache.pop(DONE, None)
    return settle()


def _claim(asked: _Asked) -> tuple["StoredAnswer", bool]:
    """The row of this key, and whether it is this request's own. Waits for who claims it at this moment."""
    rows, now = _rows(), timezone.now()
    rows.filter(scope=asked.scope, created_at__lt=now - KEPT).delete()
    try:
        with transaction.atomic():
            return rows.create(scope=asked.scope, request=asked.request, held_until=now + HELD), True
    except IntegrityError:
        return rows.select_for_update().get(scope=asked.scope), False


def _repeat(asked: _Asked, row: "StoredAnswer", settle: Settle) -> Settled:
    info = asked.info
    if row.request != asked.request:
        message = _("This key was used for another request. Take a new one for what is to be done now.")
        return _refuse(info, settle, InputError(message, field="idempotency_key", code="IDEMPOTENCY_CONFLICT"))
    if not row.is_done:
        message = _("This request is being worked on. Ask again in a moment.")
        return _refuse(info, settle, InputError(message, field="idempotency_key", code="IDEMPOTENCY_IN_PROGRESS"))
    stored = json.loads(unseal(row.answer, scope=asked.scope, key=asked.key), parse_float=Decimal)
    return stored["value"], _as_errors(info, stored["errors"])


def _refuse(info: Any, settle: Settle, refusal: InputError) -> Settled:
    """The mutation itself answers it, in its payload's ``errors`` as they were selected."""
    info.context.cache[REFUSAL] = refusal
    try:
        return settle()
    finally:
        info.context.cache.pop(REFUSAL, None)


def _store(asked: _Asked, row: "StoredAnswer", value: Any, errors: list[GraphQLError]) -> Settled:
    """Keep the answer, and give it as it will be given again: errors inside it under the same numbers."""
    entries = [entry for error in errors for entry in formatted(error, asked.info.context)]
    answer = to_json({"value": value, "errors": entries}).decode()
    row.answer = seal(answer, scope=asked.scope, key=asked.key)
    row.is_done = True
    row.save(update_fields=["answer", "is_done"])
    return value, _as_errors(asked.info, entries)


def _as_errors(info: Any, entries: list[dict[str, Any]]) -> list[GraphQLError]:
    return [
        GraphQLError(entry["message"], info.field_nodes, path=entry.get("path"), extensions=entry["extensions"])
        for entry in entries
    ]


def _rows() -> Any:
    from marketplace.graphql.idempotency.stored_answer import StoredAnswer  # this module is loaded before models are

    return StoredAnswer.objects
