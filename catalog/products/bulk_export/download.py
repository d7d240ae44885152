"""The address of an export: signed for one person, good for an hour, and worth nothing to anybody but a member."""

from typing import BinaryIO, cast
from uuid import UUID

from django.core import signing
from django.utils import timezone

from catalog.products.bulk_export.models import ExportStatus, FileType, ProductExport
from catalog.products.bulk_export.work import storage
from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of

SALT = "catalog.export"
SECONDS = 3600
CONTENT_TYPES = {
    FileType.CSV: "text/csv; charset=utf-8",
    FileType.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class BadExportLink(LookupError):
    """The address is forged, too old or somebody else's, or its file is gone. Which of them is nobody's business."""


def export_path(export: ProductExport, user: User) -> str | None:
    """The path of the download for this person; ``None`` while there is no file."""
    if export.status != ExportStatus.SUCCESS or export.expires_at <= timezone.now():
        return None
    token = signing.dumps([export.public_id.hex, user.public_id.hex], salt=SALT)
    return f"/exports/{token}"


def open_export(token: str, *, user: User | None) -> tuple[str, str, BinaryIO]:
    """File name, content type and the open file, for the person it was signed for while a manager of the seller.

    Raises `BadExportLink`.
    """
    try:
        export_id, user_id = signing.loads(token, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError) as bad:
        raise BadExportLink("not a token of ours") from bad
    if user is None or user.public_id.hex != user_id:
        raise BadExportLink("signed for somebody else")
    export = ProductExport.objects.filter(public_id=UUID(export_id), status=ExportStatus.SUCCESS).first()
    if export is None or export.expires_at <= timezone.now():
        raise BadExportLink("expired")
    role = roles_of(user).get(export.seller_id)
    if role is None or not role.includes(MemberRole.MANAGER):
        raise BadExportLink("no member any more")
    try:
        file = cast("BinaryIO", storage().open(export.file, "rb"))
    except (FileNotFoundError, IsADirectoryError) as gone:
        raise BadExportLink("the file is gone") from gone
    name = f"{export.seller.slug}-{export.created_at:%Y-%m-%d}.{export.file_type.lower()}"
    return name, CONTENT_TYPES[FileType(export.file_type)], file


def expire_exports() -> int:
    """Delete the files whose time is over and return how many."""
    due = list(ProductExport.objects.filter(expires_at__lte=timezone.now()).exclude(status=ExportStatus.DELETED)[:100])
    for export in due:
        if export.file:
            storage().delete(export.file)
        ProductExport.objects.filter(pk=export.pk).update(status=ExportStatus.DELETED, file="")
    return len(due)
