"""Whether a document asks only for what is declared to be the same for everybody and to come from watched tables."""

from collections.abc import Collection, Mapping

from graphql import DocumentNode, FieldNode, GraphQLSchema, TypeInfo, TypeInfoVisitor, Visitor, visit

Fields = Mapping[str, Collection[str]]
"""By type the names of its fields, as clients write them."""


def asks_only_for(fields: Fields, schema: GraphQLSchema, document: DocumentNode) -> bool:
    """``__typename`` is always fine. The document is valid."""
    types = TypeInfo(schema)
    finder = _Finder(fields, types)
    visit(document, TypeInfoVisitor(types, finder))
    return finder.fits


class _Finder(Visitor):
    def __init__(self, fields: Fields, types: TypeInfo) -> None:
        super().__init__()
        self.fits = True
        self._fields, self._types = fields, types

    def enter_field(self, node: FieldNode, *_: object) -> None:
        name, parent = node.name.value, self._types.get_parent_type()
        if name != "__typename" and name not in self._fields.get(parent.name if parent else "", ()):
            self.fits = False
