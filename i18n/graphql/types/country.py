"""Countries in the API. A resolver returns the ISO 3166 code; this type names it."""

from typing import Any

from graphene import Scalar
from graphql import EnumValueNode, GraphQLError, StringValueNode, ValueNode

from i18n.formatting import country_name
from marketplace.graphql import ANYONE, Field, ObjectType, String, batch

_LONGEST = 200
"""What is no country is refused where addresses are checked, with words for people; here only what is no text."""


class CountryDisplay(ObjectType):
    """A country with its name in the language of the request."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    country = Field(String, required=True, description="Its name in the language of the request.")

    @staticmethod
    @batch
    def resolve_code(codes: list[str], info: Any) -> list[str]:
        return codes

    @staticmethod
    @batch
    def resolve_country(codes: list[str], info: Any) -> list[str]:
        return [country_name(code, info.context.language) for code in codes]


class CountryCode(Scalar):
    """A country by ISO 3166-1 alpha-2, such as `VN`; in a document also as a bare word."""

    @staticmethod
    def serialize(value: Any) -> str:
        return str(value)

    @staticmethod
    def parse_value(value: Any) -> str:
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise GraphQLError("CountryCode is text of two letters.")
        return value

    @classmethod
    def parse_literal(cls, node: ValueNode, _variables: Any = None) -> str:
        if not isinstance(node, StringValueNode | EnumValueNode):
            raise GraphQLError("CountryCode is text of two letters.")
        return cls.parse_value(node.value)
