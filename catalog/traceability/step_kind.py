"""The stages of a lot, each with the Vietnamese stage it stands for and its words in EPCIS 2.0.

EPCIS and its Core Business Vocabulary (GS1, 2022) are what state portals and foreign buyers exchange; a
step can be written out in it without asking the seller anything again. The vocabulary has no word for
growing, so that one alone is in a vocabulary of our own.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

CBV = "https://ref.gs1.org/cbv/BizStep-"


class StepKind(models.TextChoices):
    GROWING = "GROWING", "Growing and tending"
    HARVESTING = "HARVESTING", "Harvesting"
    RECEIVING = "RECEIVING", "Receiving of material"
    COMMISSIONING = "COMMISSIONING", "Making"
    TRANSFORMING = "TRANSFORMING", "Processing"
    ASSEMBLING = "ASSEMBLING", "Assembling"
    INSPECTING = "INSPECTING", "Inspection"
    PACKING = "PACKING", "Packing and labelling"
    STORING = "STORING", "Storage"
    SHIPPING = "SHIPPING", "Dispatch"
    DEPARTING = "DEPARTING", "Export"
    RETAIL_SELLING = "RETAIL_SELLING", "Retail sale"


@dataclass(frozen=True, slots=True)
class Stage:
    """How a kind is called by Vietnamese rules and in EPCIS."""

    vietnamese: str
    event_type: str
    action: str
    """Empty for a TransformationEvent, which has none."""
    biz_step: str


STAGES: dict[str, Stage] = {
    StepKind.GROWING: Stage("Gieo trồng, chăm sóc", "ObjectEvent", "OBSERVE", "growing"),
    StepKind.HARVESTING: Stage("Thu hoạch, khai thác", "ObjectEvent", "ADD", f"{CBV}commissioning"),
    StepKind.RECEIVING: Stage("Thu mua, tiếp nhận", "ObjectEvent", "OBSERVE", f"{CBV}receiving"),
    StepKind.COMMISSIONING: Stage("Sản xuất", "ObjectEvent", "ADD", f"{CBV}commissioning"),
    StepKind.TRANSFORMING: Stage("Sơ chế, chế biến", "TransformationEvent", "", f"{CBV}creating_class_instance"),
    StepKind.ASSEMBLING: Stage("Lắp ráp", "AssociationEvent", "ADD", f"{CBV}assembling"),
    StepKind.INSPECTING: Stage("Kiểm nghiệm, chứng nhận", "ObjectEvent", "OBSERVE", f"{CBV}inspecting"),
    StepKind.PACKING: Stage("Đóng gói, dán tem", "AggregationEvent", "ADD", f"{CBV}packing"),
    StepKind.STORING: Stage("Lưu kho", "ObjectEvent", "OBSERVE", f"{CBV}storing"),
    StepKind.SHIPPING: Stage("Vận chuyển, giao hàng", "ObjectEvent", "OBSERVE", f"{CBV}shipping"),
    StepKind.DEPARTING: Stage("Xuất khẩu", "ObjectEvent", "OBSERVE", f"{CBV}departing"),
    StepKind.RETAIL_SELLING: Stage("Bán lẻ", "ObjectEvent", "OBSERVE", f"{CBV}retail_selling"),
}
