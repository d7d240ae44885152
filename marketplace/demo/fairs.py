"""Two fairs: one to come and one kept as an archive, with booths, exhibitors and what they show."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from catalog.products.product import Product
from i18n.today import today_here
from marketplace.demo.sellers import SOURCE_LANGUAGE, SettledSeller
from marketplace.demo.world import read
from marketplace.expo.arrange import ExpoPlan, create_expo, publish_expo, translate_expo
from marketplace.expo.booths import assign_booth, generate_booths
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitors import ExhibitorEntry, create_exhibitor, show_product, translate_exhibitor
from marketplace.expo.hall import Booth
from marketplace.expo.halls import create_hall
from marketplace.expo.plan.grid import Grid

VENUE = "WTC Expo, Thành phố mới Bình Dương"
AISLE = Decimal("3.5")


def hold_fairs(sellers: dict[str, SettledSeller], products: dict[str, Product]) -> int:
    """Every fair of the world, published; returns how many there are."""
    fairs = read("fairs.toml")["fairs"]
    for data in fairs:
        expo = _arrange(data)
        booths = {hall["name"]: _build(expo, hall) for hall in data["halls"]}
        for entry in data.get("exhibitors", ()):
            exhibitor = _bring_seller(expo, sellers[entry["seller"]])
            for key in entry["exhibits"]:
                show_product(exhibitor=exhibitor, product=products[key])
            assign_booth(booth=booths[entry["hall"]][entry["booth"] - 1], exhibitor=exhibitor)
        for entry in data.get("guests", ()):
            guest = _bring_guest(expo, entry)
            assign_booth(booth=booths[entry["hall"]][entry["booth"] - 1], exhibitor=guest)
        publish_expo(expo=expo)
    return len(fairs)


def _arrange(data: dict[str, Any]) -> Expo:
    texts = dict(data["texts"])
    starts_on = today_here() + timedelta(days=data["starts_in_days"])
    plan = ExpoPlan(
        slug=data["slug"],
        venue=VENUE,
        source_language=SOURCE_LANGUAGE,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=data["lasts_days"] - 1),
        **texts.pop(SOURCE_LANGUAGE),
    )
    expo = create_expo(plan=plan)
    for language, given in texts.items():
        translate_expo(expo=expo, language=language, texts_given=given)
    return expo


def _build(expo: Expo, data: dict[str, Any]) -> list[Booth]:
    hall = create_hall(expo=expo, name=data["name"], width=Decimal(data["width"]), depth=Decimal(data["depth"]))
    return generate_booths(hall=hall, grid=Grid(rows=data["rows"], columns=data["columns"], aisle=AISLE))


def _bring_seller(expo: Expo, settled: SettledSeller) -> Exhibitor:
    texts = {language: text["tagline"].strip() for language, text in settled.data["texts"].items()}
    entry = ExhibitorEntry(
        name=settled.seller.name,
        description=texts.pop(SOURCE_LANGUAGE),
        source_language=SOURCE_LANGUAGE,
        country="VN",
        website_url=settled.seller.website_url,
        email=settled.seller.email,
        tax_code=settled.seller.tax_code,
        categories=(settled.seller.craft,),
    )
    exhibitor = create_exhibitor(expo=expo, entry=entry, seller=settled.seller)
    for language, description in texts.items():
        translate_exhibitor(exhibitor=exhibitor, language=language, texts_given={"description": description})
    return exhibitor


def _bring_guest(expo: Expo, data: dict[str, Any]) -> Exhibitor:
    texts = {language: text["description"] for language, text in data["texts"].items()}
    entry = ExhibitorEntry(
        name=data["name"],
        description=texts.pop(SOURCE_LANGUAGE),
        source_language=SOURCE_LANGUAGE,
        country=data["country"],
        website_url=data.get("website_url", ""),
        categories=tuple(data.get("categories", ())),
    )
    exhibitor = create_exhibitor(expo=expo, entry=entry)
    for language, description in texts.items():
        translate_exhibitor(exhibitor=exhibitor, language=language, texts_given={"description": description})
    return exhibitor
