"""How the preparation of a fair goes, in the API; for staff."""

from i18n.graphql.types.money import Money
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.door.types import DoorFigures
from marketplace.expo.graphql.types.hall import BoothKindEnum, Hall
from marketplace.expo.graphql.visitors.types import CountryCount
from marketplace.expo.progress.space import HallSpace
from marketplace.graphql import Date, DateTime, Decimal, Field, Int, List, NonNull, ObjectType, String, batch


class SpaceCount(ObjectType):
    """Booths of one state."""

    class Meta:
        access = STAFF

    booths = Field(Int, required=True)
    area = Field(Decimal, required=True, description="Square metres.")


class FairSpace(ObjectType):
    """Booths and square metres by state, as the plan shows them today."""

    class Meta:
        access = STAFF

    free = Field(SpaceCount, required=True)
    held = Field(SpaceCount, required=True)
    reserved = Field(SpaceCount, required=True)
    assigned = Field(SpaceCount, required=True)
    all = Field(SpaceCount, required=True)
    share_assigned = Field(Decimal, required=True, description="Of the square metres, from 0 to 1.")


class KindSpace(ObjectType):
    """One kind of booth of a hall."""

    class Meta:
        access = STAFF

    kind = Field(BoothKindEnum, required=True)
    space = Field(FairSpace, required=True)


class HallSpaceType(ObjectType):
    """A hall's space."""

    class Meta:
        access = STAFF
        name = "HallSpace"

    hall = Field(Hall, required=True)
    kinds = Field(NonNull(List(NonNull(KindSpace))), description="The kinds of booth that the hall has.")
    all = Field(FairSpace, required=True)

    @staticmethod
    @batch
    def resolve_kinds(halls: list[HallSpace], info: object) -> list[list[dict[str, object]]]:
        return [[{"kind": kind, "space": space} for kind, space in hall.kinds] for hall in halls]


class SpaceCurvePoint(ObjectType):
    """Square metres assigned at the end of a week; null where nothing is known of it."""

    class Meta:
        access = STAFF

    weeks = Field(Int, required=True, description="Before the first day of the fair.")
    area = Field(Decimal)
    area_before = Field(Decimal, description="Of the edition before, as many weeks before it began.")


class FairMoney(ObjectType):
    """A fair's invoices of one currency. Invoiced = paid + owed - overpaid."""

    class Meta:
        access = STAFF

    currency = Field(String, required=True)
    invoices = Field(Int, required=True)
    net = Field(Money, required=True, description="Invoiced, without VAT.")
    invoiced = Field(Money, required=True, description="With VAT, less credit notes.")
    paid = Field(Money, required=True)
    owed = Field(Money, required=True)
    overpaid = Field(Money, required=True)
    overdue = Field(Money, required=True, description="The part of what is owed whose last day has passed.")
    overdue_invoices = Field(Int, required=True)


class FairProgress(ObjectType):
    """The sale of a fair's space."""

    class Meta:
        access = STAFF

    day = Field(Date, required=True, description="In Viet Nam: what is told is as of this day.")
    halls = Field(NonNull(List(NonNull(HallSpaceType))), size=10)
    all = Field(FairSpace, required=True)
    money = Field(NonNull(List(NonNull(FairMoney))), description="By currency.")
    curve = Field(NonNull(List(NonNull(SpaceCurvePoint))), size=80, description="Week by week, the furthest first.")
    edition_before = Field(String, description="Which edition the curve is compared with.")


class LiveFairFigures(ObjectType):
    """A day of a fair while it goes on. Nobody is named."""

    class Meta:
        access = STAFF

    day = Field(Date, required=True, description="Of the fair's time zone.")
    counted_at = Field(DateTime, required=True)
    door = Field(DoorFigures, required=True)
    countries = Field(NonNull(List(NonNull(CountryCount))), size=60, description="Of the whole fair so far.")
    meetings = Field(Int, required=True, description="Agreed upon for this day.")
    meetings_now = Field(Int, required=True)
    leads = Field(Int, required=True, description="Visitors that an exhibitor scanned for the first time.")
    seminars = Field(Int, required=True)
    seminar_seats = Field(Int, required=True, description="Booked for the seminars of this day.")
