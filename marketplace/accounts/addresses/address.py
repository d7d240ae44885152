"""A stored address, and the list of addresses somebody keeps for next time."""

from typing import Any

from django.db import models

from marketplace.accounts.addresses.data import FIELD_NAMES, AddressData


def _text(length: int) -> "models.CharField[Any, Any]":
    return models.CharField(max_length=length, blank=True)


class Address(models.Model):
    """An address that passed `validate_address`. A row is never edited: a changed address is a new row."""

    first_name = _text(150)
    last_name = _text(150)
    company_name = _text(250)
    street_address_1 = _text(250)
    street_address_2 = _text(250)
    city = _text(120)
    city_area = _text(120)
    postal_code = _text(20)
    country = models.CharField(max_length=2)
    country_area = _text(120)
    phone = _text(20)
    former_district = _text(60)

    class Meta:
        indexes = [models.Index(fields=["country"], name="address_country")]

    def __str__(self) -> str:
        return f"Address {self.pk} ({self.country})"

    def as_data(self) -> AddressData:
        return AddressData(**{name: getattr(self, name) for name in FIELD_NAMES})


class SavedAddress(models.Model):
    """An address in somebody's own list."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="saved_addresses")
    address = models.OneToOneField(Address, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"SavedAddress {self.pk} of user {self.user_id}"
