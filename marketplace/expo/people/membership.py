"""Whether a user may act for an exhibitor. Every rule of access about exhibitors ends here.

1. Who is a member of the exhibitor has the role written there.
2. Who works for the linked seller belongs to it too: its owners and managers manage, its packers are at the stand.
3. Of two roles the higher one counts.
"""

from typing import Any

from django.db.models import Exists, Q, QuerySet

from marketplace.accounts.models import User
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.sellers.member import MemberRole, SellerMember
from marketplace.sellers.membership import roles_of


def exhibitors_of(user: Any, *, expo: Expo | None = None) -> QuerySet[Exhibitor]:
    """The exhibitors the user works for, at one fair or at all; nothing for the anonymous."""
    if not _is_known(user):
        return Exhibitor.objects.none()
    mine = ExhibitorMember.objects.filter(user_id=user.pk).values("exhibitor_id")
    found = Exhibitor.objects.filter(Q(pk__in=mine) | Q(seller_id__in=list(roles_of(user))))
    return found if expo is None else found.filter(expo=expo)


def exhibits(user: Any) -> bool:
    """Whether the user works for an exhibitor of any fair, or has applied to exhibit: one query, on every page."""
    if not _is_known(user):
        return False
    teams = SellerMember.objects.filter(user_id=user.pk).values("seller_id")
    reasons = (
        Exists(ExhibitorMember.objects.filter(user_id=user.pk)),
        Exists(Exhibitor.objects.filter(seller_id__in=teams)),
        Exists(FairApplication.objects.filter(user_id=user.pk)),
    )
    return User.objects.filter(reasons[0] | reasons[1] | reasons[2], pk=user.pk).exists()


def exhibitor_roles(user: Any) -> dict[int, ExhibitorRole]:
    """The user's role by exhibitor id, in three queries whatever their number."""
    if not _is_known(user):
        return {}
    sellers = roles_of(user)
    linked = Exhibitor.objects.filter(seller_id__in=list(sellers)).values_list("pk", "seller_id")
    roles = {pk: _at_fair(sellers[seller_id]) for pk, seller_id in linked if seller_id is not None}
    for pk, role in ExhibitorMember.objects.filter(user_id=user.pk).values_list("exhibitor_id", "role"):
        if roles.get(pk) != ExhibitorRole.MANAGER:
            roles[pk] = ExhibitorRole(role)
    return roles


def may_manage(user: Any, exhibitor: Exhibitor) -> bool:
    """Whether the user decides for this exhibitor: signs, pays, answers the manual, invites."""
    if not _is_known(user):
        return False
    if ExhibitorMember.objects.filter(exhibitor=exhibitor, user_id=user.pk, role=ExhibitorRole.MANAGER).exists():
        return True
    held = roles_of(user).get(exhibitor.seller_id) if exhibitor.seller_id is not None else None
    return held is not None and _at_fair(held) == ExhibitorRole.MANAGER


def _at_fair(role: MemberRole) -> ExhibitorRole:
    return ExhibitorRole.MANAGER if role.includes(MemberRole.MANAGER) else ExhibitorRole.STAND


def _is_known(user: Any) -> bool:
    return user is not None and bool(user.is_authenticated) and user.pk is not None
