"""GraphQL over HTTP for Django: the protocol, uploads, persisted queries, caching of public reads, the explorer."""

from marketplace.graphql.http.refusal import HTTPRefusal
from marketplace.graphql.http.request import RequestLimits
from marketplace.graphql.http.view import GraphQLView

__all__ = ["GraphQLView", "HTTPRefusal", "RequestLimits"]
