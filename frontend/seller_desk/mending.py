"""Where a seller fills what a market asks for: the page of the field, and the place on it."""

from collections.abc import Mapping

PLACES: Mapping[str, tuple[str, str]] = {
    "price": ("seller-products-prices", ""),
    "name": ("seller-products-translations", ""),
    "hsCode": ("seller-products-code", "f-save-hsCode"),
    "material": ("seller-products-texts", "f-save-material"),
    "media": ("seller-products-pictures", ""),
    "species": ("seller-products-trade", "f-save-species"),
    "unNumber": ("seller-products-trade", "f-save-unNumber"),
    "restrictions": ("seller-products-trade", "restrictions"),
    "certificates": ("seller-certificates-new", ""),
    "variants.sku": ("seller-products-variants", ""),
    "variants.gtin": ("seller-products-variants", ""),
    "variants.grossWeight": ("seller-products-variants", ""),
    "warnings": ("seller-products-safety", "f-save-warnings"),
    "translations.warnings": ("seller-products-safety", "languages"),
    "responsiblePerson": ("seller-products-safety", "f-save-responsiblePerson"),
    "seller": ("seller-profile", ""),
}
"""By the API's ``PublishGap.field``: the name of the page, and the id of the input or heading."""

OF_THE_SELLER = frozenset({"seller-certificates-new", "seller-profile"})
"""Pages that are not of one product."""
