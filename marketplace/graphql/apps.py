from django.apps import AppConfig


class GraphQLConfig(AppConfig):
    """Only for the explorer's static files; the kit has no models."""

    name = "marketplace.graphql"
    label = "marketplace_graphql"
