"""Traced lots, from raw material to dispatch, with codes to put on parcels."""

from typing import Any

from catalog.products.product import Product
from catalog.traceability.create_lot import LotData, create_lot
from catalog.traceability.lot import Lot
from catalog.traceability.mint_codes import mint_codes
from catalog.traceability.record_step import record_step
from catalog.traceability.step_data import StepData
from catalog.traceability.step_kind import StepKind
from catalog.traceability.translate_step import translate_lot, translate_step
from marketplace.demo.chains import Chains, moment
from marketplace.demo.world import read

SOURCE_LANGUAGE = "vi"


def trace_lots(products: dict[str, Product]) -> dict[str, Lot]:
    """Every lot of the world by the key of its product, with what it was made of and where that came from."""
    written = {data["product"]: data for data in read("lots.toml")["lots"]}
    chains, lots = Chains(products), {}
    for data in read("chains.toml")["chains"]:
        chains.make(data)
        key = data["product"]
        lots[key] = _trace(written[key], products[key], data, chains) if key in written else chains.lot(data)
    return lots


def _trace(data: dict[str, Any], product: Product, chain: dict[str, Any], chains: Chains) -> Lot:
    notes = dict(data["note"])
    lot = create_lot(
        variant=product.variants.order_by("sort_order", "pk")[0],
        data=LotData(
            number=data["number"],
            trade=chain["trade"],
            produced_on=moment(data["produced_days_ago"], "08:00").date(),
            expires_on=_expiry(data),
            quantity=data["quantity"],
            place=data["place"],
            note=notes.pop(SOURCE_LANGUAGE),
            source_language=SOURCE_LANGUAGE,
        ),
    )
    for language, note in notes.items():
        translate_lot(lot=lot, language=language, note=note)
    for number, step in enumerate(data["steps"]):
        _step(lot, step, chains.facts(chain["steps"].get(str(number), {})))
    mint_codes(lot=lot, count=data["codes"])
    return lot


def _step(lot: Lot, data: dict[str, Any], facts: dict[str, Any]) -> None:
    texts = dict(data["texts"])
    own = texts.pop(SOURCE_LANGUAGE)
    step = record_step(
        lot=lot,
        data=StepData(
            kind=StepKind(data["kind"]),
            occurred_at=moment(data["days_ago"], data["time"]),
            place=data["place"],
            title=own["title"],
            detail=own["detail"],
            source_language=SOURCE_LANGUAGE,
            **facts,
        ),
        by=None,
    )
    for language, text in texts.items():
        translate_step(step=step, language=language, title=text["title"], detail=text["detail"])


def _expiry(data: dict[str, Any]) -> Any:
    days = data.get("keeps_days")
    return moment(data["produced_days_ago"] - days, "08:00").date() if days else None
