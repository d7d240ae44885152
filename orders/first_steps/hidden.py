"""FirstStepsHidden: a seller whose people do not want to be shown the first steps any more."""

from django.db import models

from marketplace.sellers.models import Seller


class FirstStepsHidden(models.Model):
    """There for a seller that hid them, gone for one that wants them back."""

    seller = models.OneToOneField(Seller, on_delete=models.CASCADE, related_name="+")
    hidden_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"of seller {self.seller_id}"
