"""Which letters went out, so that an event delivered twice writes to the buyer once."""

from django.db import models

from orders.lifecycle.order import Order


class SentLetter(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, null=True, related_name="+")
    """Empty for what belongs to no order yet, such as a quote."""
    kind = models.CharField(max_length=30)
    about = models.CharField(max_length=120)
    """The id of what the letter speaks of: the order, a part of it, one fulfillment."""
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "about"], name="letter_sent_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
