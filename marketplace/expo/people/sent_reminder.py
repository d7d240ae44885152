"""Which reminders went out, so that the clock ticking twice writes once."""

from django.db import models

from marketplace.expo.exhibitor import Exhibitor


class SentReminder(models.Model):
    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=80)
    """The subject, its id and its stage: ``invoice:7:LATE``."""
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "about"], name="one_reminder_about_it")]

    def __str__(self) -> str:
        return self.about
