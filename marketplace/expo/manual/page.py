"""The exhibitor manual of a fair: pages to read, some with questions to answer by a day."""

from django.db import models

from marketplace.expo.exhibition import Expo


class ManualPage(models.Model):
    """A subject of the manual: stand build, badges, freight, power, fire safety."""

    SUBJECT = "expo.ManualPage"
    """Name of this kind of record among translations; fields title, body."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="manual_pages")
    title = models.CharField(max_length=160)
    body = models.TextField(max_length=20_000)
    source_language = models.CharField(max_length=16, default="vi")
    position = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(null=True, blank=True)
    """The last day, in Viet Nam, for exhibitors to confirm it or to answer its questions."""

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title


class QuestionKind(models.TextChoices):
    TEXT = "TEXT"
    NUMBER = "NUMBER"
    CHOICE = "CHOICE"
    FILE = "FILE"


class ManualQuestion(models.Model):
    """What an exhibitor is asked on a page."""

    SUBJECT = "expo.ManualQuestion"
    """Name of this kind of record among translations; fields label, choices."""

    page = models.ForeignKey(ManualPage, on_delete=models.CASCADE, related_name="questions")
    label = models.CharField(max_length=250)
    kind = models.CharField(max_length=6, choices=QuestionKind.choices)
    choices = models.TextField(max_length=2_000, blank=True)
    """One a line; an answer keeps the number of its line, so that it reads in every language."""
    is_required = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.label

    @property
    def lines(self) -> list[str]:
        return [line for line in self.choices.split("\n") if line]
