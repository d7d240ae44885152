"""What one unit of a currency cost in another on a day, and who said so."""

from django.db import models


class ExchangeRate(models.Model):
    """1 ``base`` = ``rate`` ``quote`` on the day ``on``, as ``source`` (the feed's name) published it."""

    base = models.CharField(max_length=3)
    quote = models.CharField(max_length=3)
    rate = models.DecimalField(max_digits=20, decimal_places=10)
    on = models.DateField()
    source = models.CharField(max_length=40)
    fetched_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["base", "quote", "on", "source"], name="one_rate_per_day_and_source"),
            models.CheckConstraint(condition=models.Q(rate__gt=0), name="rate_above_zero"),
        ]

    def __str__(self) -> str:
        return f"1 {self.base} = {self.rate.normalize():f} {self.quote} on {self.on} ({self.source})"
