"""Some sixty events of every type, made by a seeded generator: what the queries of the tests are asked of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.rights.field_visibility import FieldVisibility
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.redacted import redacted
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.identity.uris import seller_uri
from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from tests.factories.sellers import make_member, make_seller

NS = "https://ns.example.com/moc#"
CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"ex": NS}]
STEPS = ["shipping", "receiving", "packing", "inspecting", "https://words.example/step/carving"]
DISPOSITIONS = ["in_transit", "in_progress", "damaged", "https://words.example/disp/drying"]
PLACES = [
    "urn:epc:id:sgln:8931234.56789.0", "https://id.gs1.org/414/8931234567897/254/kho2",
    "https://id.gs1.org/414/8939999000016", "urn:uuid:5c1b7c1e-0000-4000-8000-00000000000a",
]  # fmt: skip
PIECES = [f"urn:epc:id:sgtin:8931234.011111.{number}" for number in range(1, 6)]
CARTONS = [f"urn:epc:id:sscc:8931234.0{number:09d}" for number in range(1, 4)]
LOTS = [
    "urn:epc:class:lgtin:8931234.011111.LO-1", "https://id.gs1.org/01/08931234111113/10/LO-2",
    "urn:epc:idpat:sgtin:8931234.022222.*", "urn:uuid:5c1b7c1e-0000-4000-8000-0000000000b1",
]  # fmt: skip
PAPERS = [("po", "urn:epcglobal:cbv:bt:8931234567890:1"), ("inv", "https://papers.example/inv/7")]
UNITS = [("KGM", (1, 2.5, 1000)), ("GRM", (1000, 2500, 40)), ("TNE", (1, 0.5)), ("", (1, 12))]
DEVICE, OTHER_DEVICE = "urn:epc:id:giai:8931234.111", "https://id.gs1.org/8004/8931234222"


@dataclass
class World:
    own: Seller
    partner: Seller
    stranger: Seller
    events: list[EpcisEvent]

    @cached_property
    def manager(self) -> User:
        return make_member(self.own, MemberRole.MANAGER)

    @cached_property
    def packer(self) -> User:
        return make_member(self.own, MemberRole.PACKER)

    @cached_property
    def rival(self) -> User:
        return make_member(self.stranger, MemberRole.OWNER)

    @cached_property
    def viewers(self) -> dict[str, Viewer]:
        return {
            "own": Viewer.of_sellers([self.own.pk]),
            "partner": Viewer.of_sellers([self.partner.pk]),
            "stranger": Viewer.of_sellers([self.stranger.pk]),
            "authority": Viewer(frozenset(), is_authority=True),
            "public": Viewer.public(),
        }

    @cached_property
    def documents(self) -> dict[Viewer, list[tuple[EpcisEvent, dict[str, Any]]]]:
        """What each viewer gets to read of each event."""
        return {
            viewer: [(event, redacted(event, viewer)) for event in readable_events(viewer)]
            for viewer in self.viewers.values()
        }


def make_world(count: int = 60) -> World:
    random = Random(20261122)  # noqa: S311 - the same events each time
    own, partner, stranger = make_seller(), make_seller(), make_seller()
    owners = [own] * 8 + [partner, stranger, None]
    for seller, field, audience in (
        (own, "readPoint", Audience.CHAIN), (own, f"{NS}batch", Audience.OWNER), (own, "ilmd", Audience.AUTHORITY),
        (own, "bizTransactionList", Audience.PUBLIC), (partner, "sensorElementList", Audience.CHAIN),
        (stranger, f"ilmd/{NS}farm", Audience.CHAIN), (own, f"{NS}box", Audience.CHAIN),
    ):  # fmt: skip
        FieldVisibility.objects.create(seller=seller, field=field, audience=audience)
    events = [
        capture_event(
            make_document(random, index, [seller_uri(partner), seller_uri(stranger)]),
            seller=random.choice(owners),
            audience=random.choice([Audience.PUBLIC, Audience.PUBLIC, *Audience.values]),
        )
        for index in range(count)
    ]
    return World(own, partner, stranger, events)


def make_document(random: Random, index: int, parties: list[str]) -> dict[str, Any]:
    kind = ("ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent")[index % 5]
    event: dict[str, Any] = {
        "@context": CONTEXT,
        "type": kind,
        "eventID": f"urn:uuid:5c1b7c1e-0000-4000-8000-{index:012d}",
        "eventTime": f"2026-{1 + index % 9:02d}-{1 + index % 27:02d}T0{index % 9}:30:00.{index:03d}+07:00",
        "eventTimeZoneOffset": "+07:00",
    }
    if kind != "TransformationEvent":
        event["action"] = random.choice(["ADD", "OBSERVE", "DELETE"])
    event |= _things(random, kind, index)
    if (kind == "ObjectEvent" and event["action"] == "ADD") or kind == "TransformationEvent":
        event["ilmd"] = {
            "ex:farm": random.choice(["Phú Giáo", "Dầu Tiếng"]), "ex:moisture": random.choice([9, 10.5, 14]),
            "ex:origin": {"ex:plot": random.choice(["A1", "B2"]), "ex:cut": "2026-02-01"},
        }  # fmt: skip
    event |= _optional(random, parties)
    if kind in ("ObjectEvent", "TransformationEvent") and random.random() < 0.6:
        event["persistentDisposition"] = {random.choice(["set", "unset"]): [random.choice(DISPOSITIONS[:3])]}
    if random.random() < 0.3:
        event["sensorElementList"] = [_sensor(random) for _ in range(random.choice([1, 2]))]
    if random.random() < 0.2:
        event["errorDeclaration"] = {
            "declarationTime": "2026-10-01T08:00:00Z", "reason": random.choice(["did_not_occur", "incorrect_data"]),
            "correctiveEventIDs": [f"urn:uuid:5c1b7c1e-0000-4000-8000-{random.randint(0, 9):012d}"],
            "ex:by": random.choice(["Hoài An", "Thư ký"]),
        }  # fmt: skip
    return event


def _things(random: Random, kind: str, index: int) -> dict[str, Any]:
    some, lots = random.sample(PIECES, 2), [_quantity(random, lot) for lot in random.sample(LOTS, 2)]
    match kind:
        case "TransformationEvent":
            shared = {"transformationID": f"urn:x:transformation:{index % 3}"} if random.random() < 0.7 else {}
            return {"inputEPCList": some[:1], "inputQuantityList": lots[:1],
                    "outputEPCList": some[1:], "outputQuantityList": lots[1:], **shared}  # fmt: skip
        case "AggregationEvent" | "AssociationEvent":
            return {"parentID": random.choice(CARTONS), "childEPCs": some, "childQuantityList": lots[:1]}
        case "TransactionEvent":
            type_, paper = random.choice(PAPERS)
            return {"epcList": some, "bizTransactionList": [{"type": type_, "bizTransaction": paper}]}
    return {"epcList": some, "quantityList": lots} if random.random() < 0.6 else {"quantityList": lots}


def _quantity(random: Random, lot: str) -> dict[str, Any]:
    unit, numbers = random.choice(UNITS)
    return {"epcClass": lot, "quantity": random.choice(numbers), **({"uom": unit} if unit else {})}


def _optional(random: Random, parties: list[str]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "bizStep": random.choice(STEPS),
        "disposition": random.choice(DISPOSITIONS),
        "readPoint": {"id": random.choice(PLACES), "ex:gate": random.choice(["đông", "tây"])},
        "bizLocation": {"id": random.choice(PLACES), "ex:hall": {"ex:row": random.choice([1, 2])}},
        "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:8931234.56789"}],
        "destinationList": [{"type": random.choice(["possessing_party", "owning_party"]),
                             "destination": random.choice(parties)}],
        "ex:batch": random.choice(["m1", "m2", 7]),
        "ex:dried": random.choice(["2026-05-01", "2026-06-01T10:00:00+07:00"]),
        "ex:box": {"ex:colour": random.choice(["nâu", "đen"]), "ex:inside": {"ex:weight": random.choice([3, 4.5])}},
        "ex:tray": {"ex:colour": random.choice(["nâu", "đỏ"])},
    }  # fmt: skip
    return {key: value for key, value in said.items() if random.random() < 0.6}


def _sensor(random: Random) -> dict[str, Any]:
    celsius = random.choice([20, 25.5, 30])
    temperature = random.choice(
        [(celsius, "CEL"), (celsius + 273.15, "KEL"), (77, "FAH")],
    )
    return {
        "sensorMetadata": {
            "time": f"2026-03-0{random.randint(1, 3)}T10:00:00Z", "startTime": "2026-03-01T08:00:00Z",
            "endTime": f"2026-03-0{random.randint(4, 6)}T08:00:00Z",
            "deviceID": random.choice([DEVICE, OTHER_DEVICE]), "bizRules": "https://rules.example/kiln",
            "dataProcessingMethod": random.choice(["https://m.example/mean", "https://m.example/max"]),
            "ex:kiln": random.choice([1, 2]),
        },
        "sensorReport": [
            {"type": "Temperature", "value": temperature[0], "uom": temperature[1], "minValue": 18.5,
             "maxValue": random.choice([31, 40]), "meanValue": random.choice([21.5, 26]),
             "sDev": random.choice([0.5, 2]), "percRank": random.choice([50, 95]),
             "percValue": random.choice([22, 29]), "ex:seen": {"ex:by": "mắt"}},
            {"type": random.choice(["RelativeHumidity", "Speed"]), "value": random.choice([25.5, 60]), "uom": "A93",
             "stringValue": random.choice(["khô", "ẩm"]), "booleanValue": random.choice([True, False]),
             "hexBinaryValue": random.choice(["F0F0", "A0"]), "uriValue": random.choice([DEVICE, "urn:x:v:1"]),
             "microorganism": "https://m.example/mould", "chemicalSubstance": random.choice(["urn:x:c:1", "urn:x:c:2"]),
             "time": f"2026-03-0{random.randint(1, 5)}T12:00:00Z", "ex:grade": random.choice(["A", "B"])},
        ],
        "ex:rack": random.choice([{"ex:level": 3}, {"ex:level": 4}]),
        "ex:note": random.choice(["đầu", "cuối"]),
    }  # fmt: skip
