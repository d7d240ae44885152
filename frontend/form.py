"""A posted form: what was typed, read into the types the API takes, and the errors that came back."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from frontend.refusals import FieldError, Refused
from i18n.messages import gettext_noop as _

LONGEST = 20_000
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


class Form:
    """One form of a page. A form that was not posted is empty: templates then show the values they were given."""

    def __init__(
        self,
        action: str,
        values: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
    ) -> None:
        self.action = action
        self.values = values
        self.files = files
        self.errors: tuple[FieldError, ...] = ()

    # --- for templates
    def value(self, name: str, default: Any = "") -> Any:
        """What was typed, else the value the page came with."""
        if self.values is None or name not in self.values:
            return "" if default is None else default
        return self.values[name]

    def checked(self, name: str, value: str, default: bool = False) -> bool:
        if self.values is None:
            return default
        return value in self.values.getlist(name)

    def errors_of(self, name: str) -> list[FieldError]:
        """The errors of one field; the API may name it with its path (``address.postalCode``)."""
        return [error for error in self.errors if error.field and name in (error.field, error.field.rpartition(".")[2])]

    def placed(self, names: Iterable[str]) -> list[FieldError]:
        known = set(names)
        return [error for error in self.errors if error.field and error.field.rpartition(".")[2] in known]

    # --- for actions
    def text(self, name: str, *, required: bool = False) -> str:
        """The trimmed text of a field, ``""`` when it is not there; raises ``Refused`` if it must be or is too long."""
        text = self.values.get(name, "") if self.values is not None else ""
        text = text.strip().replace("\r\n", "\n").replace("\x00", "") if isinstance(text, str) else ""
        if required and not text:
            raise Refused([FieldError(name, "REQUIRED", _("This field is needed."))])
        if len(text) > LONGEST:
            raise Refused([FieldError(name, "INVALID", _("This text is too long."))])
        return text

    def secret(self, name: str) -> str:
        """A password exactly as typed; never shown again."""
        value = self.values.get(name, "") if self.values is not None else ""
        if not isinstance(value, str) or not value:
            raise Refused([FieldError(name, "REQUIRED", _("This field is needed."))])
        return value[:1000]

    def drop(self, name: str) -> None:
        """Forget what was posted under a name, so that the page shows its own value again."""
        if self.values is not None:
            self.values = self.values.copy()
            self.values.pop(name, None)

    def keep(self, name: str, value: str) -> None:
        """Let the form be shown with this under a name, as if it had been posted."""
        if self.values is not None:
            self.values = self.values.copy()
            self.values[name] = value

    def optional(self, name: str) -> str | None:
        return self.text(name) or None

    def integer(self, name: str, *, required: bool = True) -> int | None:
        """A whole number; raises ``Refused`` naming the field for anything else."""
        text = self.text(name, required=required)
        if not text:
            return None
        digits = text.replace(" ", "").replace("\u00a0", "")
        if not WHOLE_NUMBER.fullmatch(digits):
            raise Refused([FieldError(name, "INVALID", _("Write a whole number, for example 12."))])
        return int(digits)

    def decimal(self, name: str, *, required: bool = True) -> Decimal | None:
        """A number with at most one decimal separator, point or comma; raises ``Refused`` for anything else."""
        text = self.text(name, required=required).replace(" ", "").replace("\u00a0", "").replace(",", ".")
        if not text:
            return None
        try:
            number = Decimal(text) if len(text) <= 20 else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or "e" in text.lower():
            raise Refused([FieldError(name, "INVALID", _("Write a number, for example 12.50."))])
        return number

    def all(self, name: str) -> list[str]:
        """Every value of a field that may be chosen several times."""
        return [value.strip() for value in (self.values.getlist(name) if self.values else [])][:1000]

    def file(self, name: str, *, required: bool = True) -> "UploadedFile[bytes] | None":
        file = self.files.get(name) if self.files else None
        if file is None and required:
            raise Refused([FieldError(name, "REQUIRED", _("Choose a file."))])
        return file

    def all_files(self, name: str) -> "list[UploadedFile[bytes]]":
        """Every file of a field that takes several."""
        return self.files.getlist(name)[:20] if self.files else []

    def address(self, prefix: str = "") -> dict[str, str]:
        """The fields of an ``AddressInput`` that the form had."""
        names = [name for name in ADDRESS_FIELDS if self.values is not None and prefix + name in self.values]
        return {name: self.text(prefix + name) for name in names}


ADDRESS_FIELDS = (
    "firstName",
    "lastName",
    "companyName",
    "streetAddress1",
    "streetAddress2",
    "city",
    "cityArea",
    "postalCode",
    "country",
    "countryArea",
    "phone",
    "formerDistrict",
)
