"""Mutations: one transaction, a payload, and refusals of the input as data in ``errors { field code message }``."""

import enum
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

import graphene
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from graphene.types.objecttype import ObjectTypeOptions
from graphene.utils.props import props

from marketplace.graphql.access import ANYONE, Rule
from marketplace.graphql.context import untranslated
from marketplace.graphql.idempotency.answer_once import DONE, REFUSAL, answer_once, answer_once_in_steps
from marketplace.graphql.input_errors import InputError, UserErrors
from marketplace.graphql.mutation_errors import camel_path, from_integrity, from_validation
from marketplace.graphql.types import Field, ObjectType
from marketplace.graphql.watch import REFUSED_WITH, Watched

KIT_CODES = ("GRAPHQL_ERROR", "INVALID", "NOT_FOUND", "REQUIRED", "UNIQUE")
"""Codes every mutation may answer, because the kit itself produces them."""

IDEMPOTENCY_CODES = ("IDEMPOTENCY_CONFLICT", "IDEMPOTENCY_IN_PROGRESS")


class MutationOptions(ObjectTypeOptions):
    rule: Rule
    arguments: Mapping[str, Any]
    known_errors: Mapping[type[Exception], Callable[[Any], InputError | UserErrors]]
    error_codes: frozenset[str]
    error_type: Any
    atomic: bool
    creates: bool
    cost: int | None


class Mutation(ObjectType):
    """Base of mutations: subclass it, declare payload fields, ``Arguments`` and ``Meta``, write ``perform``.

    ``Meta.access`` is who may call it. ``Meta.error_codes`` adds to `KIT_CODES`. ``Meta.error_extra`` adds fields to
    the error type. ``Meta.error_type`` is one that several mutations share (`shared_errors`) in place of an own one.
    ``Meta.known_errors`` maps a domain exception to a function making the `InputError` of it.
    ``Meta.atomic = False`` is for a verb that must keep what it wrote although it refuses (a failed sign-in is
    counted); such a verb opens its own transactions. ``Meta.creates = True`` is for a mutation that makes something:
    it then takes an ``idempotencyKey``, see ``idempotency/answer_once.py``.
    """

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        *,
        access: Rule | None = None,
        error_codes: Sequence[str] = (),
        error_extra: Mapping[str, Any] | None = None,
        error_type: Any = None,
        known_errors: Mapping[type[Exception], Callable[[Any], InputError | UserErrors]] | None = None,
        atomic: bool = True,
        creates: bool = False,
        cost: int | None = None,
        name: str | None = None,
        _meta: Any = None,
        **options: Any,
    ) -> None:
        meta = MutationOptions(cls)
        meta.rule = access  # type: ignore[assignment]  # a missing rule is reported by Schema for all fields at once
        meta.arguments = props(cls.Arguments) if hasattr(cls, "Arguments") else {}
        if creates:
            meta.arguments = {**meta.arguments, "idempotency_key": _key()}
            error_codes = (*error_codes, *IDEMPOTENCY_CODES)
        meta.known_errors = dict(known_errors or {})
        meta.error_codes = frozenset(KIT_CODES).union(error_codes)
        meta.error_type = error_type or shared_errors(name or cls.__name__, error_codes, error_extra or {})
        undeclared = meta.error_codes - codes_of(meta.error_type)
        if undeclared:
            raise TypeError(f"{cls.__name__} answers codes that its errors do not have: {sorted(undeclared)}")
        meta.atomic = atomic
        meta.creates = creates
        meta.cost = cost
        cls.errors = Field(
            graphene.NonNull(graphene.List(graphene.NonNull(meta.error_type))),
            description="What was wrong with the input; empty when it was done.",
        )
        super().__init_subclass_with_meta__(access=ANYONE, name=name, _meta=meta, **options)

    @classmethod
    def perform(cls, info: Any, *_args: Any, **arguments: Any) -> "Mutation | Mapping[str, Any]":
        """Do it and return the payload's fields; raise `InputError` or `UserErrors` to refuse the input."""
        raise NotImplementedError(f"{cls.__name__}.perform")

    @classmethod
    def resolve(cls, root: Any, info: Any, **arguments: Any) -> "Mutation":
        """Run `perform` in one transaction, which is rolled back when it refuses or fails."""
        arguments.pop("idempotency_key", None)
        try:
            if (refusal := info.context.cache.pop(REFUSAL, None)) is not None:
                raise refusal
            with transaction.atomic() if cls._meta.atomic else nullcontext():
                outcome = cls.perform(info, **arguments)
                payload = outcome if isinstance(outcome, cls) else cls(**outcome)
                if info.context.watch is not None:
                    info.context.watch.done(info, payload)
        except Exception as failure:
            return cls._refused(info, cls._input_errors(failure))
        payload.errors = []
        info.context.cache[DONE] = True
        return payload

    @classmethod
    def Field(  # noqa: N802  # graphene's name for it
        cls, name: str | None = None, description: str | None = None, deprecation_reason: str | None = None
    ) -> Any:
        """The field to mount on the root mutation type."""
        meta = cls._meta
        field = Field(
            cls,
            args=dict(meta.arguments),
            resolver=cls.resolve,
            name=name,
            description=description or meta.description,
            deprecation_reason=deprecation_reason,
            access=meta.rule,
            cost=meta.cost,
        )
        field.own_access_only = True
        once = answer_once if meta.atomic else answer_once_in_steps
        field.around = Watched(once if meta.creates else None)
        return field

    @classmethod
    def _input_errors(cls, failure: Exception) -> list[InputError]:
        for known, make in cls._meta.known_errors.items():
            if isinstance(failure, known):
                failure = make(failure)
                break
        match failure:
            case InputError():
                return [failure]
            case UserErrors():
                return failure.errors
            case ValidationError():
                return from_validation(failure)
            case IntegrityError() if (unique := from_integrity(failure)) is not None:
                return [unique]
        raise failure

    @classmethod
    def _refused(cls, info: Any, errors: list[InputError]) -> "Mutation":
        unknown = {error.code for error in errors} - cls._meta.error_codes
        if unknown:
            raise TypeError(f"{cls.__name__} answers error codes it does not declare: {sorted(unknown)}") from errors[0]
        info.context.cache[REFUSED_WITH] = sorted({error.code for error in errors})
        payload = cls()
        payload.errors = [_described(error, info.context) for error in errors]
        return payload


def _key() -> Any:
    return graphene.String(
        description=(
            "Any text of your own, best a random one: whoever sends the same request with the same key within 24 hours "
            "is given the same answer, and nothing is done twice."
        )
    )


def _described(error: InputError, context: Any) -> dict[str, Any]:
    translate = context.translate or untranslated
    return {
        **error.extra,
        "field": camel_path(error.field),
        "code": error.code,
        "message": translate(error.msgid, error.params, context.language),
        "index": error.index,
    }


def shared_errors(name: str, codes: Sequence[str], extra: Mapping[str, Any] | None = None) -> Any:
    """``<Name>Error`` with the enum ``<Name>ErrorCode``, as Saleor names them; for one mutation or for a family."""
    members = {code: code for code in sorted({*KIT_CODES, *codes})}
    code_enum = graphene.Enum.from_enum(
        enum.Enum(f"{name}ErrorCode", members), description=f"Why {name} refused its input."
    )
    fields: dict[str, Any] = {
        "field": graphene.String(description="The input field that is wrong; null when it is none in particular."),
        "code": graphene.NonNull(code_enum, description="The reason, for programs."),
        "message": graphene.String(description="The reason, for people, in the language of the request."),
        "index": graphene.Int(description="The position in a list of inputs, from 0."),
        **(extra or {}),
    }
    meta = type("Meta", (), {"access": ANYONE, "name": f"{name}Error", "description": f"A refusal of {name}."})
    return type(f"{name}Error", (ObjectType,), {**fields, "Meta": meta, "codes": frozenset(members)})


def codes_of(error_type: Any) -> frozenset[str]:
    """Everything that errors of this type may say."""
    codes: frozenset[str] = error_type.codes
    return codes
