"""A firm that shares another's booth."""

from django.db import models

from marketplace.expo.exhibitor import Exhibitor


class CoExhibitor(models.Model):
    """Listed in the directory under the main exhibitor, who answers for it to the organiser."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="co_exhibitors")
    name = models.CharField(max_length=250)
    country = models.CharField(max_length=2, default="VN")
    tax_code = models.CharField(max_length=20, blank=True)
    website_url = models.URLField(max_length=250, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "name"], name="one_co_exhibitor_per_name")]

    def __str__(self) -> str:
        return self.name
