"""A spreadsheet of products from its upload to its application, and what is remembered of the seller's spreadsheets."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from catalog.products.media import ProductMedia
from catalog.products.product import Product
from marketplace.sellers.models import Seller


class ImportStatus(models.TextChoices):
    READING = "READING"
    """Being read and checked; nothing of the catalogue changes."""
    PREVIEWED = "PREVIEWED"
    APPLYING = "APPLYING"
    APPLIED = "APPLIED"
    CANCELED = "CANCELED"
    """Stopped by its seller; `ProductImport.phase` says where, and it can go on from there."""
    FAILED = "FAILED"
    """The file turned out to be unreadable; `ProductImport.problem` says why."""


class ImportPhase(models.TextChoices):
    """What the work in hand does; ``done`` of ``to_do`` count rows or, for PICTURES, rows with pictures."""

    READ = "READ"
    WRITE = "WRITE"
    PICTURES = "PICTURES"
    UNDO = "UNDO"
    """Taking back what ALL_OR_NOTHING has written, because a row was refused after all or the seller stopped it."""


class ApplyMode(models.TextChoices):
    ALL_OR_NOTHING = "ALL_OR_NOTHING"
    GOOD_ROWS = "GOOD_ROWS"


class RowAction(models.TextChoices):
    """What applying the row would do."""

    CREATE = "CREATE"
    UPDATE = "UPDATE"
    UNCHANGED = "UNCHANGED"


KEPT = timedelta(days=30)
"""How long files and rows stay after the upload, so that they can be read again, corrected or looked up."""


def purge_date() -> datetime:
    return timezone.now() + KEPT


WORKING = (ImportStatus.READING, ImportStatus.APPLYING)


class ProductImportQuerySet(models.QuerySet["ProductImport"]):
    """The imports somebody means."""

    def waiting(self, now: datetime) -> "ProductImportQuerySet":
        """With work left that nobody is doing."""
        return self.filter(Q(worked_until__isnull=True) | Q(worked_until__lt=now), status__in=WORKING)


class ProductImport(models.Model):
    """An uploaded spreadsheet. Nothing of the catalogue changes before it is applied."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    file = models.CharField(max_length=100, blank=True)
    """Where the spreadsheet lies in the private folder; empty once it has been purged."""
    pictures = models.CharField(max_length=100, blank=True)
    """Where the archive of pictures lies, if there is one."""
    source_language = models.CharField(max_length=16)
    status = models.CharField(max_length=10, choices=ImportStatus.choices, default=ImportStatus.READING)
    phase = models.CharField(max_length=10, choices=ImportPhase.choices, default=ImportPhase.READ)
    mode = models.CharField(max_length=16, choices=ApplyMode.choices, blank=True)
    columns = models.JSONField(default=list)
    """``[[header, field or null], …]`` in the order of the file."""
    signature = models.CharField(max_length=64, blank=True)
    """Of its headers; see `mapping_memory`."""
    done = models.PositiveIntegerField(default=0)
    to_do = models.PositiveIntegerField(default=0)
    cursor = models.PositiveIntegerField(default=0)
    """The number of the last row that this phase has finished."""
    total = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    to_create = models.PositiveIntegerField(default=0)
    to_update = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    pictures_added = models.PositiveIntegerField(default=0)
    problem = models.JSONField(null=True)
    """``{code, message, params}`` of what stopped it, with an English message id."""
    worked_until = models.DateTimeField(null=True)
    """Somebody works on it until then; whoever was killed loses it when the time is over."""
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    purge_at = models.DateTimeField(default=purge_date)
    """Its files and rows are forgotten at this moment; see `purge`."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = ProductImportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["worked_until"], name="import_waiting", condition=Q(status__in=WORKING)),
            models.Index(fields=["purge_at"], name="import_purge"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_working(self) -> bool:
        return self.status in WORKING

    @property
    def can_resume(self) -> bool:
        return self.status == ImportStatus.CANCELED

    @property
    def is_remappable(self) -> bool:
        """The file is still here and nothing of it has been written."""
        stopped_reading = self.status == ImportStatus.CANCELED and self.phase == ImportPhase.READ
        return bool(self.file) and (self.status in {ImportStatus.PREVIEWED, ImportStatus.FAILED} or stopped_reading)


class ProductImportRow(models.Model):
    """One row: the cells as written, by field, and what is wrong with them."""

    product_import = models.ForeignKey(ProductImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    """The row's number in the spreadsheet, the header being row 1."""
    values = models.JSONField()
    """``{field: text}``"""
    errors = models.JSONField(default=list)
    """``[{column, code, message, params}, …]`` with English message ids."""
    accepted = models.BooleanField()
    action = models.CharField(max_length=10, choices=RowAction.choices, null=True)
    sku = models.CharField(max_length=64, blank=True)
    """As the catalogue would store it; rows are told apart by it."""
    group = models.CharField(max_length=160, blank=True)
    """Rows of one group are variants of one product."""
    product = models.ForeignKey(Product, on_delete=models.SET_NULL, null=True, related_name="+")
    """What the row was found to be about, or has become."""
    applied = models.BooleanField(default=False)
    before = models.JSONField(null=True)
    """What an ALL_OR_NOTHING import has to put back if it is undone."""
    pictures = models.JSONField(default=list)
    """Names of the archive's entries that belong to the row."""

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["product_import", "number"], name="import_row_once"),
        ]
        indexes = [
            models.Index(fields=["product_import", "sku"], name="import_row_by_sku"),
            models.Index(fields=["product_import", "group"], name="import_row_by_group", condition=~Q(group="")),
            models.Index(fields=["product_import", "accepted", "number"], name="import_row_refused"),
        ]

    def __str__(self) -> str:
        return f"row {self.number}"


class ImportMapping(models.Model):
    """How a seller reads spreadsheets with these headers: said once, used every time they come back."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    fields = models.JSONField()
    """``[field or null, …]`` in the order of the headers."""
    used_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seller", "signature"], name="mapping_once_per_headers")]

    def __str__(self) -> str:
        return self.signature


class ImportedPicture(models.Model):
    """Which file a picture came from, so that the same archive a second time adds nothing."""

    media = models.OneToOneField(ProductMedia, on_delete=models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "sha256"], name="picture_imported_once")]

    def __str__(self) -> str:
        return self.name
