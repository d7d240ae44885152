"""One exhibitor at one fair, as its own people see it."""

from typing import Any

from marketplace.expo.applications.application import FairApplication as ApplicationRow
from marketplace.expo.contracts.contract import FairContract as ContractRow
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.graphql.access import is_staff, roles_at_fairs
from marketplace.expo.graphql.applications.types import FairApplication
from marketplace.expo.graphql.billing.types import FairContract, FairInvoice
from marketplace.expo.graphql.manual.types import ExhibitorManualPage, OwnPage, own_pages
from marketplace.expo.graphql.people.types import (
    DESK,
    DESK_MANAGER,
    ExhibitorInvitation,
    ExhibitorMember,
    ExhibitorRoleEnum,
    ExhibitorTask,
    OwnTask,
)
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.graphql.types.expo import Expo
from marketplace.expo.invoices.invoice import FairInvoice as InvoiceRow
from marketplace.expo.manual.tasks import tasks_of
from marketplace.expo.people.invitation import ExhibitorInvitation as InvitationRow
from marketplace.expo.people.member import ExhibitorMember as MemberRow
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import ID, Field, Int, List, NonNull, ObjectType, String, batch, related, related_list


class ExhibitorDesk(ObjectType):
    """One exhibitor at one fair, as its own people see it, published or not."""

    class Meta:
        access = DESK

    id = Field(ID, required=True)
    exhibitor = Field(Exhibitor, required=True)
    expo = Field(Expo, required=True)
    role = Field(ExhibitorRoleEnum, required=True, description="The caller's; staff with expo.manage have MANAGER.")
    tasks = Field(NonNull(List(NonNull(ExhibitorTask))), size=20, description="Open ones by their day, then done ones.")
    manual = Field(NonNull(List(NonNull(ExhibitorManualPage))), size=20, access=DESK_MANAGER)
    application = Field(FairApplication, access=DESK_MANAGER, description="Null for who applied otherwise.")
    contract = Field(FairContract, access=DESK_MANAGER)
    invoices = Field(
        NonNull(List(NonNull(FairInvoice))), size=5, access=DESK_MANAGER, description="The oldest first, with notes."
    )
    badge_allowance = Field(Int, description="How many badges are in its package.")
    members = Field(NonNull(List(NonNull(ExhibitorMember))), size=10)
    invitations = Field(NonNull(List(NonNull(ExhibitorInvitation))), size=5, access=DESK_MANAGER)
    description = Field(String, required=True, description="As the firm wrote it, for the directory.")
    tax_code = Field(String, required=True)
    email = Field(String, required=True)
    phone = Field(String, required=True)

    resolve_expo = related("expo", queryset=lambda info: ExpoRow.objects.all())
    resolve_invoices = related_list(lambda info: InvoiceRow.objects.order_by("issued_on", "pk"), by="exhibitor_id")
    resolve_members = related_list(lambda info: MemberRow.objects.order_by("pk"), by="exhibitor_id")
    resolve_invitations = related_list(lambda info: InvitationRow.objects.order_by("pk"), by="exhibitor_id")

    @staticmethod
    @batch
    def resolve_exhibitor(exhibitors: list[ExhibitorRow], info: Any) -> list[ExhibitorRow]:
        return exhibitors

    @staticmethod
    @batch
    def resolve_role(exhibitors: list[ExhibitorRow], info: Any) -> list[ExhibitorRole]:
        if is_staff(info):
            return [ExhibitorRole.MANAGER for _exhibitor in exhibitors]
        roles = roles_at_fairs(info.context)
        return [roles[exhibitor.pk] for exhibitor in exhibitors]

    @staticmethod
    @batch
    def resolve_tasks(exhibitors: list[ExhibitorRow], info: Any) -> list[list[OwnTask]]:
        found = tasks_of(exhibitors)
        return [[OwnTask(exhibitor.pk, task) for task in found[exhibitor.pk]] for exhibitor in exhibitors]

    @staticmethod
    @batch
    def resolve_manual(exhibitors: list[ExhibitorRow], info: Any) -> list[list[OwnPage]]:
        return own_pages(exhibitors)

    @staticmethod
    @batch
    def resolve_application(exhibitors: list[ExhibitorRow], info: Any) -> list[ApplicationRow | None]:
        found = {row.exhibitor_id: row for row in ApplicationRow.objects.filter(exhibitor__in=exhibitors)}
        return [
            row if row is not None and (is_staff(info) or row.user_id == info.context.actor.id) else None
            for row in (found.get(exhibitor.pk) for exhibitor in exhibitors)
        ]

    @staticmethod
    @batch
    def resolve_contract(exhibitors: list[ExhibitorRow], info: Any) -> list[ContractRow | None]:
        found = {row.exhibitor_id: row for row in ContractRow.objects.filter(exhibitor__in=exhibitors)}
        return [found.get(exhibitor.pk) for exhibitor in exhibitors]

    @staticmethod
    @batch
    def resolve_badge_allowance(exhibitors: list[ExhibitorRow], info: Any) -> list[int | None]:
        rows = ApplicationRow.objects.filter(exhibitor__in=exhibitors, package__isnull=False)
        found = dict(rows.values_list("exhibitor_id", "package__badge_allowance"))
        return [found.get(exhibitor.pk) for exhibitor in exhibitors]
