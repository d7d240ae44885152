"""How an order is paid, in the API."""

from i18n.graphql.types.money import Money
from marketplace.graphql import ANYONE, ID, DateTime, Enum, Field, ObjectType, attribute
from orders.payments import instalment as stored

InstalmentKind = Enum.from_enum(
    stored.InstalmentKind,
    name="InstalmentKind",
    description="FULL at once; DEPOSIT and BALANCE; NET after delivery.",
)
NeededFor = Enum.from_enum(
    stored.NeededFor, name="InstalmentNeededFor", description="What doesn't happen before an instalment is paid."
)


class Instalment(ObjectType):
    """A part of an order's price that is paid at one time."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    kind = Field(InstalmentKind, required=True)
    amount = Field(Money, required=True)
    charged_amount = Field(Money, required=True)
    owed_amount = Field(Money, required=True)
    due_at = Field(DateTime, description="Null when it falls due by a condition: see neededFor.")
    needed_for = Field(NeededFor, required=True)

    resolve_amount = attribute("money")
    resolve_charged_amount = attribute("charged")
    resolve_owed_amount = attribute("owed")
