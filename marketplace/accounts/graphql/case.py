"""Names of fields as the API writes them."""

from graphene.utils.str_converters import to_camel_case


def camel(name: str) -> str:
    """``street_address_1`` -> ``streetAddress1``."""
    return str(to_camel_case(name))
