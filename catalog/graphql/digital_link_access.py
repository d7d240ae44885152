"""What a caller names to set links for, and the errors of links."""

from typing import Any

from catalog.graphql.access import own_variant
from catalog.graphql.trace_access import lot_for, uuid_key
from catalog.products.variant import ProductVariant
from catalog.traceability.code import normalise
from catalog.traceability.links.check_href import BadHref
from catalog.traceability.links.seller_level import (
    NoGtin,
    SellerLevel,
    level_of_lot,
    level_of_piece,
    level_of_variant,
)
from catalog.traceability.links.set_target import NotSpeaking, TakenDown, TooManyTargets
from catalog.traceability.links.take_down_target import NoReason
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.links.target_data import BadTarget
from catalog.traceability.lot import Lot, TraceCode
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, PermissionDenied
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole

_MESSAGES = {
    "link_type": _("This is no link type that can be chosen."),
    "title": _("A link has a title of at most 200 characters."),
    "languages": _("Give at most 10 languages as tags like vi or zh-Hans."),
    "media_type": _("This media type is not known."),
    "context": _("A context is a word of letters and digits, such as a country's code."),
}
REFUSED: dict[type[Exception], Any] = {
    BadTarget: lambda bad: InputError(_MESSAGES[bad.field], field=f"input.{bad.field}"),
    BadHref: lambda bad: InputError(
        _("Give an address that begins with https:// and names a public site, without a port or a user."),
        field="input.href",
    ),
    NotSpeaking: lambda refusal: InputError(
        _("Another company's prefix begins this number, or another seller has it too: you cannot set links for it."),
        field="input",
        code="NOT_YOURS",
    ),
    TooManyTargets: lambda refusal: InputError(
        _("At most %(most)s links are possible here."), field="input", params={"most": refusal.most}
    ),
    TakenDown: lambda refusal: InputError(
        _("The operator has taken this link down. It can be deleted, not changed."), field="id", code="TAKEN_DOWN"
    ),
    NoGtin: lambda refusal: InputError(
        _("It has no GTIN, or a lot number that GS1 cannot write, so that no Digital Link names it."),
        field="input",
        code="NO_GTIN",
    ),
}
CODES = ("NOT_YOURS", "TAKEN_DOWN", "NO_GTIN")
NO_REASON: dict[type[Exception], Any] = {
    NoReason: lambda refusal: InputError(
        _("Give a reason of at most 500 characters; the seller reads it."), field="reason", code="REQUIRED"
    )
}


Thing = ProductVariant | Lot | TraceCode


def thing_named(
    info: Any, *, variant: str | None, lot: str | None, code: str | None, role: MemberRole, field: str = ""
) -> Thing:
    """The one that is named, for a member of its seller. Raises NOT_FOUND or ``PermissionDenied``."""
    if sum(one is not None for one in (variant, lot, code)) != 1:
        raise InputError(_("Name a variant, a lot or a code."), field=f"{field}variant")
    if variant is not None:
        return own_variant(info, variant, field=f"{field}variant")
    if lot is not None:
        return lot_for(info, lot, role, field=f"{field}lot")
    return _piece(info, code or "", role, f"{field}code")


def level_of(thing: Thing) -> SellerLevel:
    """Raises `NoGtin`."""
    if isinstance(thing, ProductVariant):
        return level_of_variant(thing)
    return level_of_lot(thing) if isinstance(thing, Lot) else level_of_piece(thing)


def levels_from(thing: Thing) -> list[SellerLevel]:
    """Of the thing and of what stands above it, without those that have no GS1 number."""
    lot = thing.lot if isinstance(thing, TraceCode) else thing if isinstance(thing, Lot) else None
    found = []
    for one in dict.fromkeys((thing, lot, lot.variant if lot is not None else None)):
        try:
            found += [level_of(one)] if one is not None else []
        except NoGtin:
            continue  # an internal lot of a product with a GTIN has links at the product alone
    return found


def own_target(info: Any, global_id: str) -> DigitalLinkTarget:
    """The link, for a caller who manages its seller. Raises NOT_FOUND or ``PermissionDenied``."""
    target = any_target(global_id)
    if not is_member(info.context, target.seller_id):
        raise InputError(_("You have no such link."), field="id", code="NOT_FOUND")
    if not is_member(info.context, target.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include its catalogue."))
    return target


def any_target(global_id: str) -> DigitalLinkTarget:
    """For staff, whose right the mutation's rule has asked for."""
    key = uuid_key(global_id, "DigitalLinkTarget", "id")
    target = DigitalLinkTarget.objects.select_related("seller").filter(pk=key).first()
    if target is None:
        raise InputError(_("You have no such link."), field="id", code="NOT_FOUND")
    return target


def _piece(info: Any, text: str, role: MemberRole, field: str) -> TraceCode:
    rows = TraceCode.objects.select_related("lot__variant__product").filter(pk=normalise(text) or "")
    piece = rows.first()
    if piece is None or not is_member(info.context, piece.lot.seller_id):
        raise InputError(_("You have no such code."), field=field, code="NOT_FOUND")
    if not is_member(info.context, piece.lot.seller_id, role):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return piece
