"""Depth, breadth, aliases and number of fields of each operation, with fragments counted wherever they are spread."""

from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)
from graphql.language import DirectiveNode, Visitor, visit

from marketplace.graphql.limits.limits import LimitExceeded, Limits, check
from marketplace.graphql.limits.overlap import check_overlap

INTROSPECTION = frozenset({"__schema", "__type"})
_INTROSPECTION_LISTS = frozenset({"fields", "interfaces", "possibleTypes", "inputFields"})


@dataclass(slots=True)
class _Measure:
    """Of one selection: what is in it (``here``) and what is in it and below."""

    here: int = 0
    widest: int = 0
    depth: int = 0
    fields: int = 0
    aliases: int = 0
    lists: int = 0
    """Lists of introspection inside each other."""
    introspection: int = 0
    """The same, but only where ``__schema`` or ``__type`` is above."""


def check_shape(document: DocumentNode, limits: Limits) -> None:
    """Raises `LimitExceeded`, or `FragmentCycle` where nothing could be counted. Needs no schema and no validity.

    Fragments that no operation spreads are held to the limits too, for validation looks into them all the same.
    """
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    check("operations", limits.operations, len(operations))
    check("fragments", limits.fragments, len(document.definitions) - len(operations))
    check("directives", limits.directives, _count_directives(document))
    measurer = _Measurer(fragments)
    try:
        for operation in operations:
            _check_operation(operation, measurer.selection(operation.selection_set), limits)
        for name in fragments:
            measure = measurer.fragment(name)
            check("breadth", limits.breadth, measure.widest)
            check("fields", limits.fields, measure.fields)
        check_overlap(document, limits)
    except RecursionError:  # many fragments, each deeply nested and spread in the next
        raise LimitExceeded("depth", limits.depth, "?") from None


def _check_operation(operation: OperationDefinitionNode, measure: _Measure, limits: Limits) -> None:
    check("depth", limits.depth, measure.depth)
    check("aliases", limits.aliases, measure.aliases)
    if operation.operation is OperationType.MUTATION:
        check("mutations", limits.mutations, measure.here)
    check("root_fields", limits.root_fields, measure.here)
    check("breadth", limits.breadth, measure.widest)
    check("fields", limits.fields, measure.fields)
    check("introspection_depth", limits.introspection_depth, measure.introspection)


class FragmentCycle(Exception):
    """A fragment is spread inside itself (section 5.5.2.2), which the validation of that rule reports."""


class _Measurer:
    """Measures every fragment once, so that fragments spreading each other twice do not multiply the work."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._known: dict[str, _Measure] = {}
        self._entered: set[str] = set()

    def selection(self, node: SelectionSetNode | None) -> _Measure:
        total = _Measure()
        for selection in node.selections if node else ():
            if isinstance(selection, FieldNode):
                _add(total, self._field(selection))
            elif isinstance(selection, InlineFragmentNode):
                _add(total, self.selection(selection.selection_set))
            elif isinstance(selection, FragmentSpreadNode):
                _add(total, self.fragment(selection.name.value))
        total.widest = max(total.widest, total.here)
        return total

    def _field(self, node: FieldNode) -> _Measure:
        below = self.selection(node.selection_set)
        aliased = 1 if node.alias else 0
        if node.name.value in INTROSPECTION:
            return _Measure(here=1, depth=1, fields=1 + below.fields, aliases=aliased, introspection=below.lists)
        return _Measure(
            here=1,
            widest=below.widest,
            depth=1 + below.depth,
            fields=1 + below.fields,
            aliases=aliased + below.aliases,
            lists=below.lists + (node.name.value in _INTROSPECTION_LISTS),
            introspection=below.introspection,
        )

    def fragment(self, name: str) -> _Measure:
        if name in self._known or name not in self._fragments:
            return self._known.get(name) or _Measure()
        if name in self._entered:
            raise FragmentCycle(name)
        self._entered.add(name)
        self._known[name] = self.selection(self._fragments[name].selection_set)
        return self._known[name]


def _add(total: _Measure, part: _Measure) -> None:
    total.here += part.here
    total.fields += part.fields
    total.aliases += part.aliases
    total.widest = max(total.widest, part.widest)
    total.depth = max(total.depth, part.depth)
    total.lists = max(total.lists, part.lists)
    total.introspection = max(total.introspection, part.introspection)


class _DirectiveCounter(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def enter_directive(self, _node: DirectiveNode, *_args: object) -> None:
        self.count += 1


def _count_directives(document: DocumentNode) -> int:
    counter = _DirectiveCounter()
    visit(document, counter)
    return counter.count
