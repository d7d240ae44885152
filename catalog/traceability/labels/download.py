"""The address of written labels: signed for one person, good for an hour, and worth nothing to anybody but a member."""

from __future__ import annotations

from typing import BinaryIO, cast
from uuid import UUID

from django.core import signing
from django.utils import timezone

from catalog.traceability.labels.label_run import LabelFormat, LabelRun, LabelRunStatus
from catalog.traceability.labels.write_runs import storage
from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of

SALT = "catalog.labels"
SECONDS = 3600
CONTENT_TYPES = {LabelFormat.PDF: "application/pdf", LabelFormat.ZPL: "application/octet-stream"}


class BadLabelLink(LookupError):
    """The address is forged, too old or somebody else's, or its file is gone. Which of them is nobody's business."""


def labels_path(run: LabelRun, user: User) -> str | None:
    """The path of the download for this person; ``None`` while there is no file."""
    if run.status != LabelRunStatus.SUCCESS or run.expires_at <= timezone.now():
        return None
    return f"/exports/{signing.dumps([run.pk.hex, user.public_id.hex], salt=SALT)}"


def open_label_run(token: str, *, user: User | None) -> tuple[str, str, BinaryIO]:
    """File name, content type and the open file, for the person it was signed for while a manager of the seller.

    Raises `BadLabelLink`.
    """
    try:
        run_id, user_id = signing.loads(token, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError) as bad:
        raise BadLabelLink("not a token of ours") from bad
    if user is None or user.public_id.hex != user_id:
        raise BadLabelLink("signed for somebody else")
    run = LabelRun.objects.select_related("lot").filter(pk=UUID(run_id), status=LabelRunStatus.SUCCESS).first()
    if run is None or run.expires_at <= timezone.now():
        raise BadLabelLink("expired")
    role = roles_of(user).get(run.seller_id)
    if role is None or not role.includes(MemberRole.MANAGER):
        raise BadLabelLink("no member any more")
    try:
        file = cast("BinaryIO", storage().open(run.file, "rb"))
    except (FileNotFoundError, IsADirectoryError) as gone:
        raise BadLabelLink("the file is gone") from gone
    return f"labels-{run.lot.number}-{run.count}.{run.format.lower()}", CONTENT_TYPES[LabelFormat(run.format)], file


def expire_label_runs() -> int:
    """Delete the files whose time is over and return how many. The codes and serials stay as they are."""
    due = list(LabelRun.objects.filter(expires_at__lte=timezone.now()).exclude(status=LabelRunStatus.DELETED)[:100])
    for run in due:
        if run.file:
            storage().delete(run.file)
        LabelRun.objects.filter(pk=run.pk).update(status=LabelRunStatus.DELETED, file="", codes=[])
    return len(due)
