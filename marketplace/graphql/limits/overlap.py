"""How many pairs of fields share a place in the response, each of which validation has to compare.

``{ a { x x } a { x } }`` has one pair of ``a`` and, merged, three pairs of ``x``. The rule that they can be merged
(section 5.3.2 of the specification) makes the work grow with the square of the document; a short document of nothing
but repetitions would keep a processor busy for seconds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from marketplace.graphql.limits.limits import Limits, check

_Fragments = Mapping[str, FragmentDefinitionNode]


def check_overlap(document: DocumentNode, limits: Limits) -> None:
    """Raises `LimitExceeded` for ``overlaps``; comes after the fields are few and fragments without a cycle."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    opened: set[str] = set()
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    for root in [*operations, *fragments.values()]:
        if root.name is None or root.name.value not in opened or isinstance(root, OperationDefinitionNode):
            check("overlaps", limits.overlaps, _pairs([root.selection_set], fragments, opened))


def _pairs(together: Iterable[SelectionSetNode], fragments: _Fragments, opened: set[str]) -> int:
    """The pairs in selections whose results go into the same object, and below."""
    places: defaultdict[str, list[FieldNode]] = defaultdict(list)
    for selection_set in together:
        for node in _fields(selection_set, fragments, opened):
            places[node.alias.value if node.alias else node.name.value].append(node)
    pairs = sum(len(nodes) * (len(nodes) - 1) // 2 for nodes in places.values())
    for nodes in places.values():
        below = [node.selection_set for node in nodes if node.selection_set]
        if below:
            pairs += _pairs(below, fragments, opened)
    return pairs


def _fields(selection_set: SelectionSetNode, fragments: _Fragments, opened: set[str]) -> Iterator[FieldNode]:
    """The fields with all fragments opened; their names are noted in ``opened``."""
    for selection in selection_set.selections:
        if isinstance(selection, FieldNode):
            yield selection
        elif isinstance(selection, FragmentSpreadNode):
            name = selection.name.value
            if name in fragments:
                opened.add(name)
                yield from _fields(fragments[name].selection_set, fragments, opened)
        else:
            inner: SelectionSetNode = selection.selection_set  # type: ignore[attr-defined]  # an InlineFragmentNode
            yield from _fields(inner, fragments, opened)
