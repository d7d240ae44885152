"""Who answers within the European Union for a seller's goods (Regulation (EU) 2023/988, articles 16(1) and 19(b))."""

from django.db import models
from django.db.models import Q

from marketplace.accounts.addresses.address import Address
from marketplace.sellers.seller import Seller


class ResponsiblePerson(models.Model):
    """An importer, authorised representative or fulfilment service in the Union. At most one is the default."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="responsible_people")
    name = models.CharField(max_length=250)
    """The name, registered trade name or registered trade mark."""
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(max_length=254)
    website_url = models.URLField(max_length=250, blank=True)
    is_default = models.BooleanField(default=False)
    """For every product of the seller that names nobody else."""
    removed_at = models.DateTimeField(null=True, blank=True)
    """Out of use; products' histories keep pointing at the row."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller"],
                condition=Q(is_default=True, removed_at__isnull=True),
                name="one_default_responsible_person",
            )
        ]

    def __str__(self) -> str:
        return self.name
