"""Certificate: what somebody else has attested of a product or of the whole workshop, and until when."""

from datetime import date

from django.db import models
from django.db.models import Q

from catalog.products.certificates.scheme import CertificateScheme
from catalog.products.product import Product
from marketplace.sellers.models import Seller


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """The certificates a caller means."""

    def current(self) -> "CertificateQuerySet":
        """Not removed by the seller; expired ones are still there."""
        return self.filter(removed_at__isnull=True)

    def valid_on(self, on: date) -> "CertificateQuerySet":
        """Valid on that day, its last day included."""
        return self.current().filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on), valid_from__lte=on)


class Certificate(models.Model):
    """One document of an issuer. It stands for the products it names, or for everything the seller makes."""

    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField(max_length=20, choices=CertificateScheme.choices)
    name = models.CharField(max_length=120, blank=True)
    """Of a scheme that is not in the list; empty for those that are."""
    issuer = models.CharField(max_length=200)
    number = models.CharField(max_length=80)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    """Its last day; ``None`` for what does not end, such as a declaration of conformity."""
    covers_all_products = models.BooleanField(default=False)
    """It is of the seller, not of single products: a quality system, a social audit."""
    products = models.ManyToManyField(Product, related_name="certificates", blank=True)
    file = models.CharField(max_length=80, blank=True)
    """Where the scan lies among the private files; empty without one."""
    file_type = models.CharField(max_length=40, blank=True)
    file_is_public = models.BooleanField(default=False)
    """Whether buyers may open the scan; number, issuer and dates are always shown."""
    warned_days = models.PositiveSmallIntegerField(null=True, blank=True)
    """The last warning given before the end: 60, 30 or 7 days; 0 when its end was announced."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "-valid_from", "id"]
        indexes = [
            models.Index(fields=["seller", "covers_all_products"], name="certificate_of_seller"),
            models.Index(fields=["valid_until"], name="certificate_by_end"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=models.F("valid_from")),
                name="certificate_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    @property
    def title(self) -> str:
        """What it is called: the scheme's name, or the seller's words for another one."""
        return self.name if self.scheme == CertificateScheme.OTHER else CertificateScheme(self.scheme).label

    def is_valid_on(self, on: date) -> bool:
        ended = self.valid_until is not None and self.valid_until < on
        return self.removed_at is None and self.valid_from <= on and not ended
