"""One letter with a fair's news to one person."""

from django.db import models

from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.expo.news.news import FairNews


class NewsAudience(models.TextChoices):
    EXHIBITOR = "EXHIBITOR"
    VISITOR = "VISITOR"


class NewsOutcome(models.TextChoices):
    WAITING = "WAITING"
    SENT = "SENT"
    """A mail server has taken it over."""
    FAILED = "FAILED"


class NewsDelivery(models.Model):
    """Knows the person by a fingerprint of the address only, which goes some time after the news was sent."""

    news = models.ForeignKey(FairNews, on_delete=models.CASCADE, related_name="deliveries")
    person = models.CharField(max_length=40, blank=True)
    """`readers.person_key`; empty once it is forgotten."""
    audience = models.CharField(max_length=9, choices=NewsAudience.choices)
    language = models.CharField(max_length=16)
    """The reader's."""
    text_language = models.CharField(max_length=16)
    """What the news was written in for them: another one where there was no translation."""
    letter = models.ForeignKey(OutgoingLetter, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = models.CharField(max_length=7, choices=NewsOutcome.choices, default=NewsOutcome.WAITING)
    posted_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["news", "person"], condition=~models.Q(person=""), name="one_letter_per_news_and_person"
            )
        ]
        indexes = [models.Index(fields=["person"], name="fair_news_of_a_person")]

    def __str__(self) -> str:
        return f"delivery {self.pk} of news {self.news_id} {self.outcome}"
