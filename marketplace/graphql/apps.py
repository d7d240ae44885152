from django.apps import AppConfig


class GraphQLConfig(AppConfig):
    """The explorer's static files, and the table of answers kept for idempotency keys."""

    name = "marketplace.graphql"
    label = "marketplace_graphql"
