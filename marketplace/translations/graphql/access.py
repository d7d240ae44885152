"""Whose texts a caller may translate: those of the own seller, or with a permission of staff the marketplace's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from i18n.messages import gettext_noop as _
from i18n.subjects import subjects_of_owner
from i18n.translation import MARKETPLACE
from i18n.units.sources import Narrowing
from i18n.units.unit import UnitId
from marketplace.accounts.models import User
from marketplace.graphql import InputError, PermissionDenied, from_global_id, integer_key
from marketplace.sellers.graphql.access import roles_in, seller_for
from marketplace.sellers.member import MemberRole

MOST_KINDS = 20


@dataclass(frozen=True, slots=True)
class Scope:
    """An owner, and the roles or permissions that the caller has there."""

    owner_id: int
    roles: frozenset[str]

    def kinds(self) -> set[str]:
        """The kinds of records whose texts the caller may translate."""
        return {subject.kind for subject in subjects_of_owner(self.owner_id) if subject.role in self.roles}

    def narrowing(
        self, *, kinds: Sequence[str] | None = None, product: str | None = None, search: str | None = None
    ) -> Narrowing:
        """What is meant within the scope. A product of somebody else has nothing in it."""
        allowed = self.kinds()
        return Narrowing(
            owner_id=self.owner_id,
            kinds=allowed if kinds is None else allowed & set(kinds[:MOST_KINDS]),
            parents=None if product is None else [integer_key(product, "Product", field="product")],
            search=" ".join((search or "").split())[:100],
        )


def scope_for(info: Any, seller: str | None, *, field: str | None = "seller") -> Scope:
    """The scope of a seller for its managers, without one that of the marketplace for its staff.

    Raises `InputError` NOT_FOUND for a seller one is no member of, `PermissionDenied` otherwise.
    """
    if seller is None:
        return _of_marketplace(info)
    own = seller_for(info, seller, MemberRole.MANAGER, field=field)
    held = roles_in(info.context)[own.pk]
    return Scope(own.pk, frozenset(role.value for role in MemberRole if held.includes(role)))


def scope_of_owner(info: Any, owner_id: int, *, missing: str, field: str = "id") -> Scope:
    """The same for a row that has been found; ``missing`` is what a stranger is told about it."""
    if owner_id == MARKETPLACE:
        return _of_marketplace(info)
    held = roles_in(info.context).get(owner_id)
    if held is None:
        raise InputError(missing, field=field, code="NOT_FOUND")
    if not held.includes(MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include its catalogue."))
    return Scope(owner_id, frozenset(role.value for role in MemberRole if held.includes(role)))


def signature(info: Any) -> str:
    """How the caller is written beside what they translate: a key, never a name or an address."""
    user = info.context.actor
    return f"user:{user.pk}" if isinstance(user, User) else ""


def unit_id(global_id: str, *, field: str = "id", index: int | None = None) -> UnitId:
    """The unit of an id of the API; raises `InputError` for what is none."""
    found = UnitId.read(from_global_id(global_id, "TranslationUnit", field=field))
    if found is None:
        raise InputError(_("There is no such text to translate here."), field=field, code="NOT_FOUND", index=index)
    return found


def _of_marketplace(info: Any) -> Scope:
    actor = info.context.actor
    roles = frozenset(subject.role for subject in subjects_of_owner(MARKETPLACE) if actor.has_permission(subject.role))
    if not roles:
        raise PermissionDenied(_("The marketplace's own texts are translated by its staff."))
    return Scope(MARKETPLACE, roles)
