"""Sellers' part of the public API."""

from typing import Any

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    ConnectionField,
    Field,
    InputError,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    extend,
    integer_key,
)
from marketplace.sellers.graphql.access import may_see, roles_in
from marketplace.sellers.graphql.mutations.responsible_person import (
    ResponsiblePersonCreate,
    ResponsiblePersonDelete,
    ResponsiblePersonUpdate,
)
from marketplace.sellers.graphql.mutations.seller_apply import SellerApply
from marketplace.sellers.graphql.mutations.seller_approve import SellerApprove
from marketplace.sellers.graphql.mutations.seller_invitation_accept import SellerInvitationAccept
from marketplace.sellers.graphql.mutations.seller_invitation_revoke import SellerInvitationRevoke
from marketplace.sellers.graphql.mutations.seller_logo_update import SellerLogoUpdate
from marketplace.sellers.graphql.mutations.seller_member_invite import SellerMemberInvite
from marketplace.sellers.graphql.mutations.seller_member_remove import SellerMemberRemove
from marketplace.sellers.graphql.mutations.seller_member_update import SellerMemberUpdate
from marketplace.sellers.graphql.mutations.seller_reinstate import SellerReinstate
from marketplace.sellers.graphql.mutations.seller_reject import SellerReject
from marketplace.sellers.graphql.mutations.seller_suspend import SellerSuspend
from marketplace.sellers.graphql.mutations.seller_translate import SellerTranslate
from marketplace.sellers.graphql.mutations.seller_update import SellerUpdate
from marketplace.sellers.graphql.types.avatar import AvatarOfUser
from marketplace.sellers.graphql.types.enums import CraftEnum, SellerStatus
from marketplace.sellers.graphql.types.invitation import SellerInvitationCard
from marketplace.sellers.graphql.types.seller import Seller, SellerCountableConnection
from marketplace.sellers.invitation_token import InvitationInvalid, read_token
from marketplace.sellers.models import Seller as SellerRow
from marketplace.sellers.models import SellerInvitation

MOST_CHOSEN = 100


extend(User, AvatarOfUser)


class SellerFilterInput(InputObjectType):
    """Sellers that fit all of it."""

    status = SellerStatus(description="For staff; the public sees approved sellers only.")
    search = String(description="Words of the name, with or without accents.")
    craft = CraftEnum()
    ids = List(NonNull(ID))
    slugs = List(NonNull(String))


class SellersQueries(ObjectType):
    """Sellers: the public ones, one's own, and for staff all of them."""

    sellers = ConnectionField(
        SellerCountableConnection,
        filter=SellerFilterInput(),
        access=ANYONE,
        description="Approved sellers by name; staff with sellers.manage see all.",
    )
    seller = Field(
        Seller,
        id=ID(),
        slug=String(),
        access=ANYONE,
        description="One seller by id or slug; null unless it is approved, one's own, or the caller is staff.",
    )
    seller_invitation = Field(
        SellerInvitationCard,
        token=String(required=True),
        access=ANYONE,
        description="What the link of an invitation asks into; null once it is not open any more.",
    )
    my_sellers = Field(NonNull(List(NonNull(Seller))), access=SIGNED_IN, description="Those the caller works for.")

    @staticmethod
    def resolve_sellers(root: Any, info: Any, filter: Any = None) -> QuerySet[SellerRow]:
        is_staff = info.context.actor.has_permission(Permission.SELLERS_MANAGE)
        visible = SellerRow.objects.all() if is_staff else SellerRow.objects.approved()
        return _filtered(visible, filter or {}).order_by("name", "pk")

    @staticmethod
    def resolve_seller(root: Any, info: Any, id: str | None = None, slug: str | None = None) -> SellerRow | None:
        if (id is None) == (slug is None):
            raise InputError(_("Give either the id or the slug."), field="id")
        chosen = {"pk": integer_key(id, "Seller")} if id is not None else {"slug": (slug or "")[:120]}
        seller = SellerRow.objects.filter(**chosen).first()
        return seller if seller is not None and may_see(info.context, seller) else None

    @staticmethod
    def resolve_seller_invitation(root: Any, info: Any, token: str) -> SellerInvitation | None:
        try:
            return read_token(token)
        except InvitationInvalid:
            return None

    @staticmethod
    def resolve_my_sellers(root: Any, info: Any) -> QuerySet[SellerRow]:
        return SellerRow.objects.filter(pk__in=roles_in(info.context)).order_by("pk")


def _filtered(sellers: Any, wanted: Any) -> Any:
    if wanted.get("status"):
        sellers = sellers.filter(status=str(wanted["status"]))
    if wanted.get("craft"):
        sellers = sellers.filter(craft=str(wanted["craft"]))
    if wanted.get("search"):
        sellers = sellers.matching(wanted["search"])
    if wanted.get("ids") is not None:
        sellers = sellers.filter(pk__in=[integer_key(each, "Seller") for each in wanted["ids"][:MOST_CHOSEN]])
    if wanted.get("slugs") is not None:
        sellers = sellers.filter(slug__in=wanted["slugs"][:MOST_CHOSEN])
    return sellers


class SellersMutations(ObjectType):
    """Applying, deciding, and running a seller."""

    seller_apply = SellerApply.Field()
    seller_approve = SellerApprove.Field()
    seller_reject = SellerReject.Field()
    seller_suspend = SellerSuspend.Field()
    seller_reinstate = SellerReinstate.Field()
    seller_update = SellerUpdate.Field()
    seller_logo_update = SellerLogoUpdate.Field()
    seller_translate = SellerTranslate.Field()
    seller_member_invite = SellerMemberInvite.Field()
    seller_member_update = SellerMemberUpdate.Field()
    seller_member_remove = SellerMemberRemove.Field()
    seller_invitation_accept = SellerInvitationAccept.Field()
    seller_invitation_revoke = SellerInvitationRevoke.Field()
    responsible_person_create = ResponsiblePersonCreate.Field()
    responsible_person_update = ResponsiblePersonUpdate.Field()
    responsible_person_delete = ResponsiblePersonDelete.Field()
