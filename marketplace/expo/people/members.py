"""Who works for an exhibitor: roles changed, memberships ended, so that a manager always remains."""

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.sellers.member import MemberRole, SellerMember

MOST_MEMBERS = 60


def add_exhibitor_member(*, exhibitor: Exhibitor, user: User, role: str) -> ExhibitorMember:
    """Give the user this role, in place of one held before. Raises ``Refused``."""
    with transaction.atomic():
        lock_exhibitor(exhibitor.pk)
        held = ExhibitorMember.objects.filter(exhibitor=exhibitor, user=user).first()
        if held is not None:
            return change_exhibitor_member(member=held, role=role)
        if ExhibitorMember.objects.filter(exhibitor=exhibitor).count() >= MOST_MEMBERS:
            message = _("At most %(limit)s people work for an exhibitor.")
            raise Refused(Problem("role", "TOO_MANY", message, {"limit": MOST_MEMBERS}))
        return ExhibitorMember.objects.create(exhibitor=exhibitor, user=user, role=ExhibitorRole(role))


def change_exhibitor_member(*, member: ExhibitorMember, role: str) -> ExhibitorMember:
    """Raises ``Refused`` LAST_MANAGER when nobody could decide any more."""
    with transaction.atomic():
        lock_exhibitor(member.exhibitor_id)
        current = ExhibitorMember.objects.get(pk=member.pk)
        if current.role == ExhibitorRole.MANAGER and role != ExhibitorRole.MANAGER:
            _require_another(current)
        current.role = ExhibitorRole(role)
        current.save(update_fields=["role"])
    return current


def remove_exhibitor_member(*, member: ExhibitorMember) -> None:
    """Twice changes nothing. Raises ``Refused`` LAST_MANAGER."""
    with transaction.atomic():
        lock_exhibitor(member.exhibitor_id)
        current = ExhibitorMember.objects.filter(pk=member.pk).select_related("exhibitor").first()
        if current is None:
            return
        if current.role == ExhibitorRole.MANAGER:
            _require_another(current)
        current.delete()


def _require_another(member: ExhibitorMember) -> None:
    """Another manager, or somebody of the linked seller who decides there."""
    managers = ExhibitorMember.objects.filter(exhibitor_id=member.exhibitor_id, role=ExhibitorRole.MANAGER)
    if managers.exclude(pk=member.pk).exists():
        return
    seller = Exhibitor.objects.values_list("seller_id", flat=True).get(pk=member.exhibitor_id)
    deciding = SellerMember.objects.filter(seller_id=seller, role__in=[MemberRole.OWNER, MemberRole.MANAGER])
    if seller is None or not deciding.exists():
        message = _("Nobody could decide for the exhibitor any more. Make somebody else its manager first.")
        raise Refused(Problem("id", "LAST_MANAGER", message))
