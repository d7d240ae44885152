"""ListingSnapshot: what the public was shown of a product from a moment on, kept as the law asks."""

from typing import Any, ClassVar, Never

from django.db import models


class SnapshotQuerySet(models.QuerySet["ListingSnapshot"]):
    def update(self, **changes: object) -> Never:
        """Snapshots are never changed: raises `SnapshotIsFinal`."""
        raise SnapshotIsFinal


class SnapshotIsFinal(TypeError):
    """Somebody tried to change what was shown."""


class ListingSnapshot(models.Model):
    """Holds until the product's next snapshot. Rows are only added, and removed when the time of keeping is over.

    ``digest`` is the SHA-256 of the digest before it and the content, so that a changed or missing row shows.
    """

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="snapshots")
    taken_at = models.DateTimeField()
    content = models.TextField()
    """Canonical JSON: texts by language, markets with prices and windows, pictures by name and digest."""
    is_shown = models.BooleanField()
    """Whether the public saw it anywhere; the snapshot that ends a publication says no."""
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects: ClassVar[SnapshotQuerySet] = SnapshotQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["product", "taken_at"], name="snapshot_of_product")]

    def __str__(self) -> str:
        return f"product {self.product_id} from {self.taken_at}"

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk is not None:
            raise SnapshotIsFinal
        super().save(*args, **options)
