"""A day of events, as it is sealed: its leaves, the roots of blocks of them, and its signed root."""

from __future__ import annotations

from django.db import models

from marketplace.append_only.rows import AppendOnlyModel
from marketplace.append_only.triggers import Refusal

BLOCK = 1024
"""A power of two, so that the roots of blocks are nodes of the day's tree: a path is found from one block alone."""


class ProofLeaf(AppendOnlyModel):
    """The place of an event or file in the tree of a day: when it was recorded, or a later one if it came late."""

    event = models.OneToOneField("catalog.EpcisEvent", on_delete=models.PROTECT, null=True, related_name="proof_leaf")
    evidence = models.OneToOneField(
        "catalog.StepEvidence", on_delete=models.PROTECT, null=True, related_name="proof_leaf"
    )
    day = models.DateField()
    position = models.PositiveIntegerField()
    leaf = models.CharField(max_length=64)
    secret = models.ForeignKey("catalog.ProofSecret", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "position"], name="proof_leaf_has_its_place"),
            models.CheckConstraint(
                condition=models.Q(event__isnull=True) ^ models.Q(evidence__isnull=True), name="proof_leaf_of_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.position}"


class LeafBlock(AppendOnlyModel):
    """The root over leaves ``number * BLOCK`` onwards of a day that is closed."""

    day = models.DateField()
    number = models.PositiveIntegerField()
    root = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "number"], name="leaf_block_once")]

    def __str__(self) -> str:
        return f"{self.day} block {self.number}"


class DailyRoot(AppendOnlyModel):
    """A closed day (UTC): what is published of it for good."""

    day = models.DateField(unique=True)
    size = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    statement = models.TextField()
    """What is signed, byte for byte; it holds the digest of the statement of the day before."""
    signature = models.CharField(max_length=128)
    key = models.ForeignKey("catalog.ProofKey", on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day} {self.root[:16]}"


REFUSAL = Refusal(
    tables=("catalog_proofleaf", "catalog_leafblock", "catalog_dailyroot"),
    message="proofs are append-only",
    function="catalog_proofs_refuse",
)
