"""Whose rules an identifier follows: GS1's first, and open to others."""

from django.db import models


class Scheme(models.TextChoices):
    """TCVN 13275 allows trace codes that are not GS1's, and many workshops have no GS1 prefix."""

    GS1 = "GS1"
    NATIONAL = "NATIONAL"
    """Given by a state system or a provider it recognises; its form is that system's own."""
    INTERNAL = "INTERNAL"
    """The owner's own: unique here, and said to be nothing more."""
