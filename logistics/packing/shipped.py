"""A plan's packages as a consignment has them, so that freight is asked for what is really sent."""

from logistics.consignment import Package
from logistics.packing.measured import MeasuredPlan


def packages_for_freight(planned: MeasuredPlan) -> tuple[Package, ...]:
    """Cartons and pieces in their own package, numbered from 1; pallets are the carrier's affair."""
    boxes = [box for box, count in planned.plan.packages.items() for _each in range(count)]
    return tuple(
        Package(number, box.weight_g, box.length_mm, box.width_mm, box.height_mm)
        for number, box in enumerate(boxes, start=1)
    )
