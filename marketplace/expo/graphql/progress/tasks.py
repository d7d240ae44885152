"""What the staff of a fair still have to do, in the API."""

import enum

from marketplace.expo.graphql.access import STAFF
from marketplace.expo.progress.tasks import TaskKind
from marketplace.graphql import Date, Enum, Field, Int, ObjectType

FairTaskKindEnum = Enum.from_enum(
    enum.StrEnum("FairTaskKindEnum", {one.name: one.value for one in TaskKind}),
    description="What the staff of a fair still have to do, the most urgent first.",
)


class FairTask(ObjectType):
    """Records that wait for somebody of the staff."""

    class Meta:
        access = STAFF

    kind = Field(FairTaskKindEnum, required=True)
    count = Field(Int, required=True)
    day = Field(Date, description="Since when the oldest waits, or when the first lapses or was due.")
