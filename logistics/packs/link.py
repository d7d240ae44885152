"""The address of a pack's file: signed for one person, good for an hour, and worth nothing to anybody but a member."""

from __future__ import annotations

from uuid import UUID

from django.core import signing

from catalog.traceability.lot import Lot
from i18n.languages import LANGUAGES
from i18n.today import today_here
from logistics.packs.dossier import gather
from logistics.packs.pack import Pack, PackCode, PackFile
from logistics.packs.registry import PACKS
from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of

SALT = "logistics.pack"
SECONDS = 3600


class BadPackLink(LookupError):
    """The address is forged, too old or somebody else's. Which of them is nobody's business."""


def pack_path(*, lot: Lot, pack: Pack, file: PackFile, language: str, user: User) -> str:
    """The path of the download for this person."""
    token = signing.dumps([lot.pk.hex, pack.code.value, file.name, language, user.public_id.hex], salt=SALT)
    return f"/packs/{token}"


def open_pack(token: str, *, user: User | None) -> tuple[str, str, bytes]:
    """File name, content type and content, made now, for the person it was signed for while a manager of the seller.

    Raises `BadPackLink`.
    """
    try:
        lot_id, code, name, language, user_id = signing.loads(token, salt=SALT, max_age=SECONDS)
        pack = PACKS[PackCode(code)]
    except (signing.BadSignature, ValueError, TypeError, KeyError) as bad:
        raise BadPackLink("not a token of ours") from bad
    file = pack.file(name)
    if user is None or user.public_id.hex != user_id or file is None or language not in LANGUAGES:
        raise BadPackLink("signed for somebody else")
    lot = Lot.objects.select_related("variant__product__seller__address").filter(pk=UUID(lot_id)).first()
    role = roles_of(user).get(lot.seller_id) if lot else None
    if lot is None or role is None or not role.includes(MemberRole.MANAGER):
        raise BadPackLink("no member any more")
    content = file.write(gather(lot, on=today_here()), language)
    return f"{_plain(lot.number)}-{file.name}", file.content_type, content


def _plain(number: str) -> str:
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in number)
