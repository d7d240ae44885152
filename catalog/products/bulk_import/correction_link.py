"""The address of an import's correction workbook: signed, good for an hour, worth nothing to whoever guesses."""

from django.core import signing

from catalog.products.bulk_import.models import ProductImport

SALT = "catalog.import.corrections"
SECONDS = 3600


def correction_path(product_import: ProductImport, *, language: str) -> str:
    """The path of the download in the reader's language."""
    token = signing.dumps({"import": str(product_import.public_id), "language": language}, salt=SALT)
    return f"/imports/{token}.xlsx"


def import_of(token: str) -> tuple[ProductImport, str] | None:
    """The import and language of a token; ``None`` for one that is forged, expired or out of date."""
    try:
        stated = signing.loads(token, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    found = ProductImport.objects.filter(public_id=stated["import"]).first()
    return (found, stated["language"]) if found is not None else None
