"""HsName: what a code of the Harmonized System is called in a language, brought by the operator."""

from __future__ import annotations

from django.db import models


class HsName(models.Model):
    """Beside the shipped list (``data/hs.csv``), which speaks first where both name a code in a language."""

    code = models.CharField(max_length=6)
    """2, 4 or 6 digits."""
    language = models.CharField(max_length=12)
    name = models.CharField(max_length=500)
    folded = models.CharField(max_length=500)
    """The name as `i18n.text.fold` writes it, for searching."""
    edition = models.CharField(max_length=40)
    """Which edition of the nomenclature and whose file, for example ``HS 2022``."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "language"], name="one_hs_name_per_language")]
        ordering = ["code", "language"]

    def __str__(self) -> str:
        return f"{self.code} {self.language}: {self.name}"
