"""What the API would answer, made up from its schema: samples for the components that cannot fall behind it.

``Example("Quote")`` answers every field of the type with something likely, objects and lists included, and only when it
is asked for. ``Example("Quote", status="OFFERED", **{"request.text": ""})`` changes some; a path reaches inside.
"""

import re
from decimal import Decimal
from functools import cache
from typing import Any

from graphql import GraphQLEnumType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLSchema
from graphql.type.definition import GraphQLUnionType

DAY, MOMENT = "2026-11-20", "2026-11-20T02:30:00+00:00"
IN_A_LIST = 2
TEXTS = {
    "name": "Acacia chair with a slatted back",
    "text": "Kiln-dried acacia, oiled by hand.\n\nThe seat carries 140 kg.",
    "description": "Acacia chair with a slatted back",
    "number": "BDM-2026-000042",
    "url": "#",
    "href": "#",
    "fileUrl": "#",
    "photoUrl": "",
    "email": "inkoop@werfkade.example",
    "contactEmail": "inkoop@werfkade.example",
    "phone": "+31 20 555 0142",
    "websiteUrl": "https://werfkade.example",
    "hsCode": "94016900",
    "currency": "EUR",
    "currencyCode": "EUR",
    "incoterm": "FOB",
    "namedPlace": "Cát Lái",
    "sku": "GHE-01",
    "productSku": "GHE-01",
    "craft": "furniture",
    "gtin": "8930000000013",
    "authorName": "Anneke",
    "by": "Hoài An",
    "format": "PDF",
    "agreement": "EVFTA",
    "legalBasis": "Regulation (EU) 2023/988, article 19",
    "message": "The maker has sent an offer.",
    "reason": "Agreed by telephone.",
    "code": "A12",
    "country": "Netherlands",
    "alt": "",
}
CODES = {"CountryDisplay": "NL", "LanguageDisplay": "EN"}
UNITS = {"Weight": "KG", "Volume": "CM"}
NUMBERS = {"rating": "4.5", "rate": "0.09", "taxRate": "0.21", "percent": "15", "taxed": "21", "tax": "21.00"}
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class Example:
    """One object of the API; reads as the answer of a query does, by name or by key."""

    def __init__(self, type_name: str, **changes: Any) -> None:
        self._type: Any = _schema().type_map[type_name]
        self._changes = changes
        self._known: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Any:
        if name in self._changes:
            return self._changes[name]
        if name not in self._known:
            below = {key.partition(".")[2]: value for key, value in self._changes.items() if key.startswith(f"{name}.")}
            self._known[name] = _value(self._type.fields[name].type, name, self._type.name, below)
        return self._known[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self._changes or name in self._type.fields else default


@cache
def _schema() -> GraphQLSchema:
    from marketplace.schema import schema  # assembles the whole API; only the pages of the design need it here

    return schema.graphql_schema


def _value(kind: Any, name: str, owner: str, below: dict[str, Any]) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return _value(kind.of_type, name, owner, below)
    if isinstance(kind, GraphQLList):
        return [_value(kind.of_type, name, owner, below) for _ in range(IN_A_LIST)]
    if isinstance(kind, GraphQLUnionType):
        kind = kind.types[0]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLScalarType):
        return _scalar(kind.name, name, owner)
    return Example(kind.name, **below) if isinstance(kind, GraphQLObjectType) else None


def _scalar(kind: str, name: str, owner: str) -> Any:
    if kind == "Boolean":
        return not name.startswith(("isFallback", "isOverdue", "isRemoved"))
    if kind == "Int":
        return 12
    if kind in {"Date", "Day"} or (name.endswith(("On", "From", "Until")) and kind == "Date"):
        return DAY
    if kind == "DateTime":
        return MOMENT
    if kind == "ID":
        return f"{owner}-{name}"
    if kind == "CountryCode":
        return "NL"
    if kind in {"String", "JSONString", "UUID"}:
        return _text(name, owner)
    return Decimal(NUMBERS.get(name, "86.00"))


def _text(name: str, owner: str) -> str:
    if name == "code" and owner in CODES:
        return CODES[owner]
    if name == "unit" and owner in UNITS:
        return UNITS[owner]
    return TEXTS.get(name) or _WORD.sub(" ", name).capitalize()
