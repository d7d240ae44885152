"""Lists in pages, in the shape of the GraphQL Cursor Connections specification."""

from marketplace.graphql.connections.cursor import BadCursor
from marketplace.graphql.connections.field import ConnectionField
from marketplace.graphql.connections.page import Page, Window, page_window
from marketplace.graphql.connections.related import related_connection, written_connection
from marketplace.graphql.connections.types import Connection, PageInfo, connection_type
from marketplace.graphql.connections.window import BadPagination

__all__ = [
    "BadCursor",
    "BadPagination",
    "Connection",
    "ConnectionField",
    "Page",
    "PageInfo",
    "Window",
    "connection_type",
    "page_window",
    "related_connection",
    "written_connection",
]
