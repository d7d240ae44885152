"""PriceRule: how a seller's base prices become prices in one market."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from django.db import models
from django.db.models import F, Q

from i18n.fields import amount_field
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller


class Rounding(models.TextChoices):
    NEAREST = "NEAREST"
    UP = "UP"
    DOWN = "DOWN"


_DIRECTION = {Rounding.NEAREST: ROUND_HALF_UP, Rounding.UP: ROUND_CEILING, Rounding.DOWN: ROUND_FLOOR}


class PriceRule(models.Model):
    """A markup, then rounding to ``step`` with an ``ending``.

    Step 1 with the ending 0.95 gives 12.95 and 13.95; step 5 gives 15 and 20; step 1,000 gives 82,000 and 83,000; step
    1,000 with the ending 900 gives 81,900 and 82,900. Step 0 rounds to the currency's minor unit.
    """

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    markup_percent = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    step = amount_field(default=Decimal(0))
    ending = amount_field(default=Decimal(0))
    rounding = models.CharField(max_length=7, choices=Rounding.choices, default=Rounding.NEAREST)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["seller", "channel"], name="one_price_rule_per_market"),
            models.CheckConstraint(
                condition=Q(markup_percent__gt=-100, step__gte=0, ending__gte=0)
                & (Q(step=0, ending=0) | Q(ending__lt=F("step"))),
                name="price_rule_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seller_id} in {self.channel_id}"

    def rounded(self, amount: Decimal) -> Decimal:
        """The price the rule makes of an amount above zero; never below its lowest price above zero.

        With step 1 and ending 0.95: 13.40 -> 12.95, 13.45 -> 13.95, 0.20 -> 0.95.
        """
        if not self.step:
            return amount
        steps = ((amount - self.ending) / self.step).to_integral_value(rounding=_DIRECTION[Rounding(self.rounding)])
        price = steps * self.step + self.ending
        return price if price > 0 else self.ending or self.step
