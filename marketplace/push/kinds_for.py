"""``kinds_for``: what there is to tell one person."""

from marketplace.accounts.models import User
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.people.member import ExhibitorMember
from marketplace.push.kinds import PushKind
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of

_OF_BUYERS = {PushKind.MESSAGE_RECEIVED, PushKind.ORDER_SHIPPED, PushKind.QUOTE_OFFERED}


def kinds_for(user: User) -> list[PushKind]:
    """Everybody may buy; who works for a seller or shows at fairs hears of that too. In the order of `PushKind`."""
    held = roles_of(user)
    running = [seller for seller, role in held.items() if role.includes(MemberRole.MANAGER)]
    found = set(_OF_BUYERS)
    if held:
        found.add(PushKind.ORDER_RECEIVED)
    if running:
        found.add(PushKind.QUOTE_REQUESTED)
    if _exhibits(user, running):
        found.add(PushKind.MEETING_ASKED)
    return [kind for kind in PushKind if kind in found]


def _exhibits(user: User, sellers: list[int]) -> bool:
    if ExhibitorMember.objects.filter(user=user).exists():
        return True
    return bool(sellers) and Exhibitor.objects.filter(seller__in=sellers).exists()
