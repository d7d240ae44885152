"""Exchange rates in the API."""

from marketplace.graphql import ANYONE, Date, Decimal, Field, ObjectType, String


class ExchangeRate(ObjectType):
    """A stored rate, for comparing and estimating: what is paid is priced in the channel's own currency."""

    class Meta:
        access = ANYONE

    base = Field(String, required=True, description="ISO 4217; one unit of it …")
    quote = Field(String, required=True, description="… is `rate` units of this one.")
    rate = Field(Decimal, required=True)
    on = Field(Date, required=True, description="The day the rate is of; for a crossed rate that of its older half.")
    source = Field(String, required=True, description="The feed that published it; two for a crossed rate.")
