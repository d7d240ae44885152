"""What each column is for, for the person who fills it in."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _

HELP: Mapping[str, str] = {
    "product": _("Write the same here in every row that is a size or colour of one product. Leave it empty otherwise."),
    "sku": _("Your own code of the article, each once. The next file finds the article by it."),
    "name": _("What the product is called, in your language."),
    "variant_name": _("What tells this size or colour from the others."),
    "description": _("As many sentences as you like; line breaks are kept."),
    "category": _("A category of the marketplace by its name, or a path such as Furniture > Tables."),
    "product_type": _("A product type of the marketplace by its name."),
    "material": _("What it is made of."),
    "species": _("For wood, plants and animals: genus and species, such as Hevea brasiliensis."),
    "price": _("One piece in Vietnam, in dong. 1.250.000, 1250000 and 1,25 triệu all mean the same."),
    "base_price": _("Your own price that others are reckoned from, with its currency: 350000 VND or 20 USD."),
    "quantity": _("Pieces in your first warehouse. Other warehouses: a column “Stock:” with the warehouse's name."),
    "moq": _("The smallest order, in pieces."),
    "order_multiple": _("Sold in steps of so many pieces, for example 12."),
    "lead_time_days": _("Days from the order until it can leave."),
    "net_weight": _("One piece without packing."),
    "weight": _("One piece with its packing."),
    "length": _("Of the packed piece."),
    "width": _("Of the packed piece."),
    "height": _("Of the packed piece."),
    "units_per_carton": _("Pieces in an export carton."),
    "carton_weight": _("A full carton."),
    "carton_length": _("The carton's outside."),
    "carton_width": _("The carton's outside."),
    "carton_height": _("The carton's outside."),
    "hs_code": _("Six to twelve digits of the customs tariff, for example 940360."),
    "origin_country": _("Where it was made: VN or Việt Nam."),
    "gtin": _("The number under the barcode, if there is one."),
    "images": _("File names in your zip archive, divided by |. Without names, files named after the SKU are taken."),
    "sample_available": _("Yes or no."),
    "sample_price": _("With its currency: 20 USD."),
    "customizable": _("Yes when you make it to a buyer's measures or drawings."),
    "private_label": _("Yes when you make it under a buyer's brand."),
    "is_hazardous": _("Yes for dangerous goods."),
    "un_number": _("Four digits, only for dangerous goods."),
    "restrictions": _("Codes such as TIMBER or FOOD_CONTACT, divided by semicolons."),
    "name.en": _("The name in another language: put its code in brackets."),
    "price.vn.10": _("The price of one piece from 10 pieces on. More columns like it for other quantities."),
    "price.eu": _("The price in another market, in its currency."),
}
TEMPLATE_KEYS = tuple(
    key
    for base in HELP
    if "." not in base
    for key in (base, *{"name": ("name.en",), "price": ("price.vn.10", "price.eu")}.get(base, ()))
)
"""The columns of a template, each further one beside what it belongs to."""
