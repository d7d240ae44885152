"""The demo's lots lead back to plots and to another seller, and may be called traced."""

import pytest

from catalog.traceability.copied_values import copied_values_of
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.linked_stages import linked_stages, require_traced
from catalog.traceability.templates.checklist import checklist, trade_of
from marketplace.demo.lots import trace_lots
from marketplace.demo.world import read
from tests.factories.catalog import make_product, make_variant


@pytest.mark.django_db
def test_every_lot_is_traced_and_one_back_to_another_sellers_workshop() -> None:
    products = {data["product"]: make_product() for data in read("chains.toml")["chains"]}
    for product in products.values():
        make_variant(product)
    lots = trace_lots(products)
    assert set(lots) == set(products)
    for lot in lots.values():
        require_traced(lot)
        done = [one for one in checklist(trade_of(lot), lot.steps.standing()) if one.step is not None]
        assert len(done) >= 3, lot
    assert not any(copied_values_of(lots.values()).values())
    bowl = linked_stages(lots["to-son-mai"])
    assert {stage.seller_id for stage in bowl} == {lots["to-son-mai"].seller_id, lots["ban-an-go-keo"].seller_id}
    table = [stage.biz_step for stage in linked_stages(lots["ban-an-go-keo"]) if stage.is_upstream]
    assert table.count("commissioning") == table.count("creating_class_instance") == 1, "logs felled, boards sawn"
    plot = TracePlace.objects.get(name="Lô rừng keo số 7")
    assert 4 < (plot.area_ha or 0) < 20
    assert plot.boundary
    assert MaterialBatch.objects.count() == 5
