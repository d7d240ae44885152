"""What an exhibitor's own people see of it: who they are, and what there is to do."""

import enum
from dataclasses import dataclass
from typing import Any

from i18n.graphql.types.money import Money
from i18n.today import today_here
from marketplace.accounts.graphql.types.user import User
from marketplace.expo.graphql.access import of_exhibitor
from marketplace.expo.graphql.billing.types import FairInvoice
from marketplace.expo.graphql.manual.types import ManualPage
from marketplace.expo.local_name import local_name
from marketplace.expo.manual.tasks import ExhibitorTask as TaskRow
from marketplace.expo.manual.tasks import TaskKind
from marketplace.expo.people.invitation import ExhibitorInvitation as InvitationRow
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import ANYONE, ID, Boolean, Date, DateTime, Enum, Field, ObjectType, String, batch, related

ExhibitorRoleEnum = Enum.from_enum(
    ExhibitorRole, description="MANAGER decides for the exhibitor; STAND works at its stand: meetings and leads."
)
ExhibitorTaskKindEnum = Enum.from_enum(
    enum.StrEnum("ExhibitorTaskKindEnum", {each.name: each.value for each in TaskKind}),
    description="A contract to agree to, an invoice to pay, a page of the manual to confirm or answer.",
)
MANAGER = of_exhibitor(lambda row: row.exhibitor_id, ExhibitorRole.MANAGER)
DESK = of_exhibitor(lambda exhibitor: exhibitor.pk)
DESK_MANAGER = of_exhibitor(lambda exhibitor: exhibitor.pk, ExhibitorRole.MANAGER)


class ExhibitorMember(ObjectType):
    """Somebody who works for the exhibitor. The team of a linked seller works for it too, and is not listed here."""

    class Meta:
        access = of_exhibitor(lambda row: row.exhibitor_id)

    id = Field(ID, required=True)
    user = Field(User, required=True)
    role = Field(ExhibitorRoleEnum, required=True)

    resolve_user = related("user")


class ExhibitorInvitation(ObjectType):
    """Somebody asked to work for an exhibitor, who has not answered yet."""

    class Meta:
        access = MANAGER

    id = Field(ID, required=True)
    email = Field(String, required=True)
    role = Field(ExhibitorRoleEnum, required=True)
    sent_at = Field(DateTime, required=True)
    expires_at = Field(DateTime, required=True)


class ExhibitorInvitationCard(ObjectType):
    """What the link of an invitation tells whoever holds it."""

    class Meta:
        access = ANYONE

    exhibitor_name = Field(String, required=True)
    expo_name = Field(String, required=True)
    role = Field(ExhibitorRoleEnum, required=True)
    expires_at = Field(DateTime, required=True)

    @staticmethod
    @batch
    def resolve_exhibitor_name(invitations: list[InvitationRow], info: Any) -> list[str]:
        return [invitation.exhibitor.name for invitation in invitations]

    @staticmethod
    @batch
    def resolve_expo_name(invitations: list[InvitationRow], info: Any) -> list[str]:
        return [local_name(invitation.exhibitor.expo, info.context.language) for invitation in invitations]


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task, with whose it is."""

    exhibitor_id: int
    task: TaskRow


class ExhibitorTask(ObjectType):
    """Something for the exhibitor to do."""

    class Meta:
        access = of_exhibitor(lambda own: own.exhibitor_id)

    kind = Field(ExhibitorTaskKindEnum, required=True)
    due_on = Field(Date)
    done_at = Field(DateTime, description="Null while it is open.")
    is_overdue = Field(Boolean, required=True)
    page = Field(ManualPage, description="Of a page of the manual.")
    invoice = Field(FairInvoice, access=MANAGER, description="Of an invoice.")
    owed = Field(Money, access=MANAGER, description="What is still to be paid of an invoice.")

    @staticmethod
    @batch
    def resolve_kind(tasks: list[OwnTask], info: Any) -> list[TaskKind]:
        return [own.task.kind for own in tasks]

    @staticmethod
    @batch
    def resolve_due_on(tasks: list[OwnTask], info: Any) -> list[Any]:
        return [own.task.due_on for own in tasks]

    @staticmethod
    @batch
    def resolve_done_at(tasks: list[OwnTask], info: Any) -> list[Any]:
        return [own.task.done_at for own in tasks]

    @staticmethod
    @batch
    def resolve_is_overdue(tasks: list[OwnTask], info: Any) -> list[bool]:
        return [own.task.is_overdue(today_here()) for own in tasks]

    @staticmethod
    @batch
    def resolve_page(tasks: list[OwnTask], info: Any) -> list[Any]:
        return [own.task.page for own in tasks]

    @staticmethod
    @batch
    def resolve_invoice(tasks: list[OwnTask], info: Any) -> list[Any]:
        return [own.task.invoice for own in tasks]

    @staticmethod
    @batch
    def resolve_owed(tasks: list[OwnTask], info: Any) -> list[Any]:
        return [own.task.owed for own in tasks]
