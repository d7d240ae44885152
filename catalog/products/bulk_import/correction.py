"""The address of an import's correction workbook: signed, good for an hour, worth nothing to whoever guesses."""

import re
from uuid import UUID

from django.core import signing

from catalog.products.bulk_import.correction_workbook import correction_workbook
from catalog.products.bulk_import.models import ProductImport

SALT = "catalog.import.corrections"
SECONDS = 3600
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|;]')


class BadCorrectionLink(ValueError):
    """The address is forged or too old, or its import is gone."""


def correction_token(product_import: ProductImport, *, language: str) -> str:
    """What stands for the import's correction workbook in the reader's language."""
    return signing.dumps({"import": str(product_import.public_id), "language": language}, salt=SALT)


def correction_path(product_import: ProductImport, *, language: str) -> str:
    """The path of the download."""
    return f"/corrections/{correction_token(product_import, language=language)}"


def open_correction(token: str) -> tuple[str, bytes]:
    """The workbook's file name and content. Raises `BadCorrectionLink`."""
    try:
        stated = signing.loads(token, salt=SALT, max_age=SECONDS)
    except signing.BadSignature as bad:
        raise BadCorrectionLink(str(bad)) from bad
    product_import = ProductImport.objects.filter(public_id=UUID(stated["import"])).first()
    if product_import is None:
        raise BadCorrectionLink("the import is gone")
    stem = product_import.file_name.rpartition(".")[0] or product_import.file_name or "import"
    stem = _NOT_IN_NAMES.sub("_", stem)
    return f"{stem}-corrections.xlsx", correction_workbook(product_import, language=stated["language"])
