"""The GraphQL kit: types with declared access, batch resolvers, mutations, connections, limits. Knows no domain."""

from marketplace.graphql.access import ANYONE, SIGNED_IN, Rule, object_rule, permission
from marketplace.graphql.batching import attribute, batch, related, related_list
from marketplace.graphql.connections import (
    BadCursor,
    BadPagination,
    Connection,
    ConnectionField,
    Page,
    PageInfo,
    Window,
    connection_type,
    page_window,
    related_connection,
)
from marketplace.graphql.context import Actor, Anonymous, ClientInfo, Context
from marketplace.graphql.document import Document
from marketplace.graphql.errors import KnownError, PermissionDenied, Unauthenticated, UndeclaredAccess
from marketplace.graphql.extend import extend
from marketplace.graphql.ids import from_global_id, integer_key, split_global_id, to_global_id
from marketplace.graphql.input_errors import BadGlobalID, InputError, UserErrors
from marketplace.graphql.limits import LimitExceeded, Limits
from marketplace.graphql.mutation import Mutation, shared_errors
from marketplace.graphql.result import Result
from marketplace.graphql.scalars import JSON, UUID, Date, DateTime, Decimal, JSONString, PositiveDecimal, Upload
from marketplace.graphql.schema import Schema
from marketplace.graphql.types import (
    ID,
    Argument,
    Boolean,
    Enum,
    Field,
    Float,
    InputField,
    InputObjectType,
    Int,
    Interface,
    List,
    ModelType,
    NonNull,
    ObjectType,
    String,
    Union,
)

__all__ = [
    "ANYONE",
    "ID",
    "JSON",
    "SIGNED_IN",
    "UUID",
    "Actor",
    "Anonymous",
    "Argument",
    "BadCursor",
    "BadGlobalID",
    "BadPagination",
    "Boolean",
    "ClientInfo",
    "Connection",
    "ConnectionField",
    "Context",
    "Date",
    "DateTime",
    "Decimal",
    "Document",
    "Enum",
    "Field",
    "Float",
    "InputError",
    "InputField",
    "InputObjectType",
    "Int",
    "Interface",
    "JSONString",
    "KnownError",
    "LimitExceeded",
    "Limits",
    "List",
    "ModelType",
    "Mutation",
    "NonNull",
    "ObjectType",
    "Page",
    "PageInfo",
    "PermissionDenied",
    "PositiveDecimal",
    "Result",
    "Rule",
    "Schema",
    "String",
    "Unauthenticated",
    "UndeclaredAccess",
    "Union",
    "Upload",
    "UserErrors",
    "Window",
    "attribute",
    "batch",
    "connection_type",
    "extend",
    "from_global_id",
    "integer_key",
    "object_rule",
    "page_window",
    "permission",
    "related",
    "related_connection",
    "related_list",
    "shared_errors",
    "split_global_id",
    "to_global_id",
]
