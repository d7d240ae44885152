"""Three traced lots, from raw material to dispatch, with codes to put on parcels."""

from datetime import datetime, time, timedelta
from typing import Any

from catalog.products.product import Product
from catalog.traceability.create_lot import LotData, create_lot
from catalog.traceability.lot import Lot
from catalog.traceability.mint_codes import mint_codes
from catalog.traceability.record_step import record_step
from catalog.traceability.step_data import StepData
from catalog.traceability.step_kind import StepKind
from catalog.traceability.translate_step import translate_lot, translate_step
from i18n.today import HERE, today_here
from marketplace.demo.world import read

SOURCE_LANGUAGE = "vi"


def trace_lots(products: dict[str, Product]) -> dict[str, Lot]:
    """Every lot of the world by the key of its product."""
    return {data["product"]: _trace(data, products[data["product"]]) for data in read("lots.toml")["lots"]}


def _trace(data: dict[str, Any], product: Product) -> Lot:
    notes = dict(data["note"])
    lot = create_lot(
        variant=product.variants.order_by("sort_order", "pk")[0],
        data=LotData(
            number=data["number"],
            produced_on=_moment(data["produced_days_ago"], "08:00").date(),
            expires_on=_expiry(data),
            quantity=data["quantity"],
            place=data["place"],
            note=notes.pop(SOURCE_LANGUAGE),
            source_language=SOURCE_LANGUAGE,
        ),
    )
    for language, note in notes.items():
        translate_lot(lot=lot, language=language, note=note)
    for step in data["steps"]:
        _step(lot, step)
    mint_codes(lot=lot, count=data["codes"])
    return lot


def _step(lot: Lot, data: dict[str, Any]) -> None:
    texts = dict(data["texts"])
    own = texts.pop(SOURCE_LANGUAGE)
    step = record_step(
        lot=lot,
        data=StepData(
            kind=StepKind(data["kind"]),
            occurred_at=_moment(data["days_ago"], data["time"]),
            place=data["place"],
            title=own["title"],
            detail=own["detail"],
            source_language=SOURCE_LANGUAGE,
        ),
        by=None,
    )
    for language, text in texts.items():
        translate_step(step=step, language=language, title=text["title"], detail=text["detail"])


def _moment(days_ago: int, clock: str) -> datetime:
    day = today_here() - timedelta(days=days_ago)
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=HERE)


def _expiry(data: dict[str, Any]) -> Any:
    days = data.get("keeps_days")
    return _moment(data["produced_days_ago"] - days, "08:00").date() if days else None
