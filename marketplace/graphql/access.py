"""Who may use a field: rules declared beside it, asked once per field and level for all parents together."""

from collections.abc import Callable, Sequence
from typing import Any

from graphql import GraphQLError

from marketplace.graphql.errors import PermissionDenied, Unauthenticated, _

Verdict = bool | Sequence[bool]
"""One answer for the whole level, or one per parent in their order."""


class Rule:
    """A condition on the caller and, for `object_rule`, on each parent. Combine with ``|`` and ``&``."""

    def __init__(self, description: str, allows: Callable[[Any, Sequence[Any]], Verdict]) -> None:
        self.description = description
        self.allows = allows

    def refusals(self, context: Any, parents: Sequence[Any]) -> list[Exception | None] | None:
        """``None`` when every parent may be read; otherwise an error, or ``None``, for each of them in order."""
        verdict = self.allows(context, parents)
        if verdict is True:
            return None
        verdicts = [bool(verdict)] * len(parents) if isinstance(verdict, bool) else list(verdict)
        if len(verdicts) != len(parents):
            raise TypeError(f"Rule {self.description!r} answered {len(verdicts)} times for {len(parents)} parents")
        if all(verdicts):
            return None
        return [None if allowed else self.refusal(context) for allowed in verdicts]

    def refusal(self, context: Any) -> GraphQLError:
        if not context.actor.is_authenticated:
            return Unauthenticated()
        return PermissionDenied(_("You are not allowed to read or do this."))

    def __or__(self, other: "Rule") -> "Rule":
        return _Either(self, other)

    def __and__(self, other: "Rule") -> "Rule":
        return _Both(self, other)

    def __repr__(self) -> str:
        return f"<Rule {self.description}>"


class _Anyone(Rule):
    def refusals(self, context: Any, parents: Sequence[Any]) -> None:
        return None


class _Either(Rule):
    """The second rule is only asked about parents that the first refused."""

    def __init__(self, first: Rule, second: Rule) -> None:
        super().__init__(f"{_grouped(first, _Both)} or {_grouped(second, _Both)}", self._allows)
        self.first, self.second = first, second

    def _allows(self, context: Any, parents: Sequence[Any]) -> Verdict:
        return _chain(self.first, self.second, context, parents, settled=True)


class _Both(Rule):
    """The second rule is only asked about parents that the first let through."""

    def __init__(self, first: Rule, second: Rule) -> None:
        super().__init__(f"{_grouped(first, _Either)} and {_grouped(second, _Either)}", self._allows)
        self.first, self.second = first, second

    def _allows(self, context: Any, parents: Sequence[Any]) -> Verdict:
        return _chain(self.first, self.second, context, parents, settled=False)


def _chain(first: Rule, second: Rule, context: Any, parents: Sequence[Any], *, settled: bool) -> Verdict:
    """Ask ``first``; where its answer is not ``settled``, ask ``second``."""
    verdict = first.allows(context, parents)
    if isinstance(verdict, bool):
        return verdict if verdict is settled else second.allows(context, parents)
    answers = [bool(answer) for answer in verdict]
    open_positions = [position for position, answer in enumerate(answers) if answer is not settled]
    if open_positions:
        rest = second.allows(context, [parents[position] for position in open_positions])
        replies = [rest] * len(open_positions) if isinstance(rest, bool) else rest
        for position, reply in zip(open_positions, replies, strict=True):
            answers[position] = bool(reply)
    return answers


def _grouped(rule: Rule, within: type[Rule]) -> str:
    return f"({rule.description})" if isinstance(rule, within) else rule.description


ANYONE: Rule = _Anyone("nothing", lambda context, parents: True)
"""Public."""
SIGNED_IN = Rule("being signed in", lambda context, parents: bool(context.actor.is_authenticated))


def permission(name: str) -> Rule:
    """The caller has the permission ``name``."""
    return Rule(f"permission {name}", lambda context, parents: bool(context.actor.has_permission(name)))


def object_rule(description: str, allows: Callable[[Any, Sequence[Any]], Sequence[bool]]) -> Rule:
    """A rule about each parent: ``allows(context, parents)`` answers for all of them at once, in their order."""
    return Rule(description, allows)
