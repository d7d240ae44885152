"""A stored address, and the list of addresses somebody keeps for next time."""

from typing import Any

from django.db import models

from marketplace.accounts.addresses.data import FIELD_NAMES, LONGEST, AddressData


def _text(name: str) -> "models.CharField[Any, Any]":
    return models.CharField(max_length=LONGEST[name], blank=True)


class Address(models.Model):
    """An address that passed `validate_address`. Whatever refers to one has a row of its own: orders keep copies."""

    first_name = _text("first_name")
    last_name = _text("last_name")
    company_name = _text("company_name")
    street_address_1 = _text("street_address_1")
    street_address_2 = _text("street_address_2")
    city = _text("city")
    city_area = _text("city_area")
    postal_code = _text("postal_code")
    country = models.CharField(max_length=2)
    country_area = _text("country_area")
    phone = _text("phone")
    former_district = _text("former_district")

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
