"""The tables of this package; each subject's model stands in a file of its own."""

from i18n.exchange_rate import ExchangeRate
from i18n.translation import Translation

__all__ = ["ExchangeRate", "Translation"]
