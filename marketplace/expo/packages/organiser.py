"""Who organises a fair: the party of its contracts, and where its invoices are paid."""

from django.db import models

from marketplace.expo.exhibition import Expo


class Organiser(models.Model):
    """One per fair. What a paper said of it when it was made stays on that paper."""

    expo = models.OneToOneField(Expo, on_delete=models.CASCADE, related_name="organiser")
    name = models.CharField(max_length=250)
    address = models.CharField(max_length=400)
    tax_code = models.CharField(max_length=20)
    representative = models.CharField(max_length=120, blank=True)
    """Who signs, with the office they hold."""
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    bank_name = models.CharField(max_length=200)
    bank_account_holder = models.CharField(max_length=200)
    bank_account_number = models.CharField(max_length=40)
    bic = models.CharField(max_length=11, blank=True)
    number_prefix = models.CharField(max_length=20)
    """What the numbers of contracts and invoices begin with: ``BIFA27``."""
    days_to_pay = models.PositiveSmallIntegerField(default=14)

    def __str__(self) -> str:
        return self.name
