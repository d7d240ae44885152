"""What trade needs to know of the demo's products: species, rules, samples, cartons."""

from decimal import Decimal
from typing import Any

from catalog.products.product import Product
from catalog.products.update import update_product
from catalog.products.variants import update_variant
from marketplace.demo.world import read

SAMPLES_IN = "USD"


def state_trade_facts(products: dict[str, Product]) -> None:
    """Write them through the verbs that sellers use; nothing of it needs a new review."""
    world = read("trade_facts.toml")
    for facts in world["facts"]:
        for key in facts["products"]:
            products[key] = update_product(product=products[key], by=None, **_fields(facts))
    for key, (length, width, height, kilograms) in world["cartons"].items():
        for variant in products[key].variants.current():
            update_variant(
                variant=variant,
                carton_length_mm=length * 10,
                carton_width_mm=width * 10,
                carton_height_mm=height * 10,
                carton_gross_weight_g=round(kilograms * 1000),
            )


def _fields(facts: dict[str, Any]) -> dict[str, Any]:
    """``sample`` is its price in dollars: empty for on request, left out for no sample."""
    fields: dict[str, Any] = {
        "species": ", ".join(facts.get("species", ())),
        "restrictions": facts.get("restrictions", []),
        "customizable": facts.get("customizable", False),
        "private_label": facts.get("private_label", False),
        "is_hazardous": facts.get("hazardous", False),
        "un_number": facts.get("un_number", ""),
        "sample_available": "sample" in facts,
    }
    if facts.get("sample"):
        fields |= {"sample_price_amount": Decimal(facts["sample"]), "sample_price_currency": SAMPLES_IN}
    return fields
