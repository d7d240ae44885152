"""Menu: a list of places that a part of the pages shows, such as the footer."""

from django.db import models
from django.db.models import Q

from marketplace.content.page import Page

SUBJECT = "content.MenuItem"
FIELDS = ("name",)
DEEPEST = 2
"""Levels below the first: what a front shows at most."""


class Menu(models.Model):
    """Clients ask for it by its slug."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug


class MenuItem(models.Model):
    """One entry; ``name`` is English. It leads to one place, or to none where it only heads those below it."""

    menu = models.ForeignKey(Menu, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    level = models.PositiveSmallIntegerField(default=0)
    sort_order = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=120)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    category = models.ForeignKey("catalog.Category", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    collection = models.ForeignKey(
        "catalog.Collection", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    url = models.CharField(max_length=300, blank=True)
    """A place of this site, from its root: ``/en/eu/fairs``."""

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(page__isnull=True, category__isnull=True)
                    | Q(page__isnull=True, collection__isnull=True)
                    | Q(category__isnull=True, collection__isnull=True)
                ),
                name="menu_item_leads_to_one_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} in menu {self.menu_id}"
