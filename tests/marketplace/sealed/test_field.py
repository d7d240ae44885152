import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import models
from django.test.utils import isolate_apps

from marketplace.sealed.field import FingerprintField, SealedTextField
from marketplace.sealed.secret import Secret


@isolate_apps("marketplace")
def test_a_sealed_column() -> None:
    class Account(models.Model):
        trace = FingerprintField(of="number")
        number = SealedTextField()

        class Meta:
            app_label = "marketplace"

        def __str__(self) -> str:
            return f"{self.number} {self.trace}"

    row = Account(pk=1, number="0071000999")
    assert isinstance(row.number, Secret) and row.number.open() == "0071000999"
    assert "0071" not in f"{vars(row)} {serializers.serialize('json', [row])}"

    field = Account._meta.get_field("number")
    assert row.number.sealed in serializers.serialize("json", [row]), "a dump has it sealed"
    assert field.to_python(row.number.sealed).open() == "0071000999", "and reads it back as it is"
    stored = field.get_prep_value("written by an update")
    assert isinstance(stored, str) and "written" not in stored
    assert field.from_db_value(stored, None, None).open() == "written by an update"
    assert not field.editable
    with pytest.raises(FieldError):
        Account.objects.filter(number="0071000999")

    trace = Account._meta.get_field("trace")
    trace.pre_save(row, add=True)
    assert row.trace == trace.made_of("0071000999") in trace.any_of("0071000999")
    row.number = ""
    trace.pre_save(row, add=False)
    assert (row.number.open(), row.trace) == ("", "")
    assert field.get_prep_value(row.number) == "", "a secret that was taken away is stored as nothing"
    assert trace.deconstruct()[3] == {"of": "number"} and field.deconstruct()[3] == {}
