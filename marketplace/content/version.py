"""PageVersion and PageDraft: what a page said before, and what it may say next."""

from django.db import models

from marketplace.content.page import Page


class PageVersion(models.Model):
    """A page's texts in one language as they were after a change; never altered afterwards."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    """Counts up from 1 through all languages of the page."""
    language = models.CharField(max_length=10)
    texts = models.JSONField()
    """Every field of `page.FIELDS`; in another language than the page's own, those that are translated."""
    changed = models.JSONField(default=list)
    """Names of the fields that were changed, texts and others."""
    was_published = models.BooleanField()
    made_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="one_page_version_per_number")]

    def __str__(self) -> str:
        return f"version {self.number} of page {self.page_id}"


class PageDraft(models.Model):
    """Texts of a page in one language that only those who write pages see, until they are published."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="drafts")
    language = models.CharField(max_length=10)
    texts = models.JSONField()
    saved_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="one_page_draft_per_language")]

    def __str__(self) -> str:
        return f"draft of page {self.page_id} in {self.language}"
