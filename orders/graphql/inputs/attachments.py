"""Files that people attach, as the verbs want them."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.inputs import read_upload
from catalog.products.picture import MOST_BYTES
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError
from orders.attachments.store import MOST_FILES, CleanFile, cleaned

HELP = f"PDFs, or JPEG, PNG or WebP pictures; at most {MOST_FILES}, of up to {MOST_BYTES // 1024**2} MB each."


def cleaned_files(uploads: Sequence[Any] | None) -> list[CleanFile]:
    """Read and cleaned; raises `InputError` and `Refused`."""
    given = [upload for upload in uploads or () if upload is not None]
    if len(given) > MOST_FILES:
        raise InputError(_("At most %(most)s files."), field="files", code="TOO_MANY", params={"most": MOST_FILES})
    return [
        cleaned(upload.name or "", read_upload(upload, most=MOST_BYTES, field="files")) for upload in given
    ]  # fmt: skip
