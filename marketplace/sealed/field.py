"""A column that holds a secret. What is read of it is a closed `Secret`; what is written to it may be plain text."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from marketplace.sealed.fingerprint import fingerprint, fingerprints
from marketplace.sealed.secret import Secret


class SealingAttribute(DeferredAttribute):
    """Seals at the assignment: an instance never holds the text, so nothing that prints or logs it can show it."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = Secret.of(value) if isinstance(value, str) else value


class SealedTextField(models.Field):  # type: ignore[type-arg]  # generic in the stubs alone
    """Not editable in forms, not searchable (see `FingerprintField`)."""

    _pyi_private_set_type: str | Secret
    _pyi_private_get_type: Secret
    """What the type checker is told; nothing else reads these."""
    descriptor_class = SealingAttribute

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "editable": False})

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("editable")
        return name, path, args, options

    def get_internal_type(self) -> str:
        return "TextField"

    def from_db_value(self, value: str | None, *_about: Any) -> Secret | None:
        return None if value is None else Secret(value)

    def to_python(self, value: Any) -> Secret | None:
        """What comes back from a dump is sealed already."""
        return Secret(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> str | None:
        if value is None:
            return None
        return Secret.of(value).sealed if isinstance(value, str) else str(value.sealed)

    def value_to_string(self, obj: models.Model) -> str:
        return self.value_from_object(obj).sealed

    def get_lookup(self, lookup_name: str) -> Any:
        """The same text is never sealed the same twice: there is nothing to compare with."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None


class DerivedField(models.CharField):  # type: ignore[type-arg]  # generic in the stubs alone
    """What may be known of the secret in the column ``of``; written whenever the row is saved or resealed."""

    longest: ClassVar[int]

    def __init__(self, *args: Any, of: str, **options: Any) -> None:
        self.of = of
        super().__init__(*args, **{**options, "max_length": self.longest, "editable": False, "blank": True})

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        for implied in ("max_length", "editable", "blank"):
            options.pop(implied)
        return name, path, args, {**options, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        text = getattr(model_instance, self.of).open()
        setattr(model_instance, self.attname, made := self.made_of(text))
        return made

    def made_of(self, text: str) -> str:
        """What every kind of derived column says for itself."""
        raise NotImplementedError(f"{type(self).__name__}.made_of")


class TailField(DerivedField):
    """Its last four signs, to recognise it by; two of what is shorter than eight."""

    longest = 4

    def made_of(self, text: str) -> str:
        return text[-4:] if len(text) >= 8 else text[-2:]


class FingerprintField(DerivedField):
    """By which equal secrets are found."""

    longest = 64

    def made_of(self, text: str) -> str:
        """Under the newest key; nothing for no secret. The same text in another column has another."""
        return fingerprint(text, purpose=self._purpose) if text else ""

    def any_of(self, text: str) -> list[str]:
        """Under every known key: what to look for while not everything is resealed."""
        return fingerprints(text, purpose=self._purpose)

    @property
    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.of}"
