"""What an exhibitor is to be charged, line by line.

1. The registration and the package of its application, once each.
2. Each booth it has at the price of the hall plan; while it has none, or for booths without a price, the square metres
   of the package's own price.
3. Power per kilowatt, the water connection, and a fee for each co-exhibitor, where the package has a price for it.
4. Whatever staff add: name, quantity, unit price.

A package of 5,000,000 VND with 2 kW at 400,000 VND and a booth of 18,000,000 VND comes to 23,800,000 VND before tax.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from i18n.formatting import format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth
from marketplace.expo.local_name import local_name
from marketplace.expo.packages.package import PriceKind
from marketplace.expo.packages.prices import Prices, prices_on
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor
from marketplace.expo.plan.price import booth_prices

BOOTH, EXTRA = "BOOTH", "EXTRA"
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class LineDraft:
    kind: str
    """A `PriceKind`, BOOTH or EXTRA."""
    name: str
    quantity: Decimal
    unit: Money

    @property
    def amount(self) -> Money:
        return (self.unit * self.quantity).quantize()


def standard_lines(exhibitor: Exhibitor, *, currency: str, language: str, on: date) -> list[LineDraft]:
    """Everything that follows from its application, booths and co-exhibitors on a day."""
    application = FairApplication.objects.filter(exhibitor=exhibitor).select_related("package").first()
    package = application.package if application is not None else None
    prices = prices_on(package, currency=currency, on=on) if package is not None else {}
    lines = []
    if application is not None and package is not None:
        lines += _once(prices, PriceKind.REGISTRATION, gettext(language, _("Registration")))
        lines += _once(prices, PriceKind.PACKAGE, local_name(package, language))
    lines += _space(exhibitor, application, prices, currency=currency, language=language, on=on)
    if application is not None:
        lines += _supplies(application, prices, language)
    return lines + _sharing(exhibitor, prices, language)


def _once(prices: Prices, kind: PriceKind, name: str, quantity: Decimal = ONE) -> list[LineDraft]:
    price = prices.get(kind)
    return [LineDraft(kind, name, quantity, price)] if price is not None and price and quantity else []


def _space(
    exhibitor: Exhibitor,
    application: FairApplication | None,
    prices: Prices,
    *,
    currency: str,
    language: str,
    on: date,
) -> list[LineDraft]:
    booths = list(Booth.objects.filter(exhibitor=exhibitor).order_by("code", "pk"))
    if not booths:
        area = application.area if application is not None and application.area is not None else Decimal(0)
        return _once(prices, PriceKind.SQUARE_METRE, gettext(language, _("Floor space, square metres")), area)
    priced = booth_prices(booths, currency=currency, on=on)
    lines = []
    for booth in booths:
        price, area = priced[booth.pk], booth.area_square_metres
        shown = format_number(area.normalize(), language)
        name = gettext(language, _("Booth %(code)s, %(area)s m²"), code=booth.code, area=shown)
        if price is not None:
            lines.append(LineDraft(BOOTH, name, ONE, price))
        else:
            lines += _once(prices, PriceKind.SQUARE_METRE, name, area)
    return lines


def _supplies(application: FairApplication, prices: Prices, language: str) -> list[LineDraft]:
    power = _once(prices, PriceKind.POWER, gettext(language, _("Power, kilowatts")), application.power_kilowatts)
    if not application.needs_water:
        return power
    return power + _once(prices, PriceKind.WATER, gettext(language, _("Water connection")))


def _sharing(exhibitor: Exhibitor, prices: Prices, language: str) -> list[LineDraft]:
    count = Decimal(CoExhibitor.objects.filter(exhibitor=exhibitor).count())
    return _once(prices, PriceKind.CO_EXHIBITOR, gettext(language, _("Co-exhibitors")), count)
