"""Review: what somebody who bought a product says of it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from catalog.products.product import Product
from catalog.reviews.invitation import ReviewInvitation

LEAST, MOST = 1, 5
"""Stars."""


class ReviewStatus(models.TextChoices):
    """PENDING until staff have read it; REJECTED ones are seen by their writer and staff alone."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


class ReviewQuerySet(models.QuerySet["Review"]):
    """The reviews a caller means."""

    def public(self) -> "ReviewQuerySet":
        return self.filter(status=ReviewStatus.APPROVED)


class Review(models.Model):
    """One per bought line. Of its writer it shows a first name and a country, never more."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="reviews")
    invitation = models.OneToOneField(ReviewInvitation, on_delete=models.RESTRICT, related_name="review")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    first_name = models.CharField(max_length=60, blank=True)
    country = models.CharField(max_length=2, blank=True)
    rating = models.PositiveSmallIntegerField(validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)])
    text = models.TextField(max_length=4000, blank=True)
    language = models.CharField(max_length=16)
    """What it is written in."""
    status = models.CharField(max_length=10, choices=ReviewStatus.choices, default=ReviewStatus.PENDING)
    created_at = models.DateTimeField()
    answer = models.TextField(max_length=2000, blank=True)
    """What the seller says to it."""
    answer_language = models.CharField(max_length=16, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["product", "status", "-created_at"], name="reviews_of_a_product"),
            models.Index(fields=["status", "created_at"], name="reviews_to_read"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(rating__gte=LEAST, rating__lte=MOST), name="review_rating_in_stars")
        ]

    def __str__(self) -> str:
        return f"{self.rating} for {self.product_id}"
