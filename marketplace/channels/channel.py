"""A market: one currency, its languages, and the countries it ships to."""

from typing import ClassVar

from django.db import models


class ChannelQuerySet(models.QuerySet["Channel"]):
    def active(self) -> "ChannelQuerySet":
        return self.filter(is_active=True)


class Channel(models.Model):
    """Prices, availability and orders always belong to exactly one channel."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    currency_code = models.CharField(max_length=3)
    default_country = models.CharField(max_length=2)
    countries = models.JSONField(default=list)
    """ISO 3166-1 alpha-2 codes of where it delivers, in the order people choose from."""
    languages = models.JSONField(default=list)
    default_language = models.CharField(max_length=16)
    prices_include_tax = models.BooleanField(default=True)
    """Prices are shown and entered with the tax of the default country, as consumer law there expects."""
    is_active = models.BooleanField(default=True)
    switches = models.JSONField(default=dict, blank=True)
    """Only what differs from ``switches.DEFAULTS``: code of the switch → whether it is on."""

    objects: ClassVar[ChannelQuerySet] = ChannelQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.slug

    def ships_to(self, country: str) -> bool:
        return country in self.countries
