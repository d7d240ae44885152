"""What other layers raise about an input, as the kit's `InputError`."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError
from graphene.utils.str_converters import to_camel_case

from marketplace.graphql.errors import _
from marketplace.graphql.input_errors import InputError

_CODES = {"required": "REQUIRED", "blank": "REQUIRED", "null": "REQUIRED", "unique": "UNIQUE",
          "unique_together": "UNIQUE", "unique_for_date": "UNIQUE"}  # fmt: skip
_UNIQUE_VIOLATION = "23505"
"""SQLSTATE of PostgreSQL (Appendix A of its manual)."""


def camel_path(field: str | None) -> str | None:
    """``"address.postal_code"`` → ``"address.postalCode"``."""
    return None if field is None else ".".join(to_camel_case(part) for part in field.split("."))


def from_validation(failure: ValidationError) -> list[InputError]:
    """Django's ``full_clean`` and validators: their codes REQUIRED and UNIQUE are kept, the rest is INVALID."""
    by_field = failure.error_dict if hasattr(failure, "error_dict") else {NON_FIELD_ERRORS: failure.error_list}
    return [
        InputError(
            str(error.message),
            field=None if field == NON_FIELD_ERRORS else field,
            code=_CODES.get(error.code or "", "INVALID"),
            params=error.params or None,
        )
        for field, errors in by_field.items()
        for error in errors
    ]


def from_integrity(failure: IntegrityError) -> InputError | None:
    """Two callers took the same unique value at once: the later one is told so. Any other violation is a defect."""
    violated = getattr(failure.__cause__, "sqlstate", None) == _UNIQUE_VIOLATION
    if not violated and "UNIQUE constraint failed" not in str(failure):
        return None
    return InputError(_("This value is already taken."), code="UNIQUE")
