"""What an exhibitor answered in the manual, and which pages it has done."""

from django.conf import settings
from django.db import models

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.manual.page import ManualPage, ManualQuestion


class ManualAnswer(models.Model):
    """The latest answer to a question; which of the columns is filled follows from the question's kind."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(ManualQuestion, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(max_length=4_000, blank=True)
    number = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    choice = models.PositiveSmallIntegerField(null=True, blank=True)
    """The line of the question's choices, from 0."""
    file = models.CharField(max_length=60, blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    file_type = models.CharField(max_length=40, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "question"], name="one_answer_per_question")]

    def __str__(self) -> str:
        return f"answer {self.pk} of exhibitor {self.exhibitor_id}"


class ManualDone(models.Model):
    """A page that an exhibitor has read and, where it asks something, answered."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(ManualPage, on_delete=models.CASCADE, related_name="+")
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "page"], name="one_done_per_page")]

    def __str__(self) -> str:
        return f"page {self.page_id} done by exhibitor {self.exhibitor_id}"
