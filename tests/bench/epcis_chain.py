"""A made-up chain of events as in the wood trade of Bình Dương, of any length, loaded as rows.

Plots give log lots; sawmills turn three of them into five lots of boards, kilns dry them; factories make a lot of
furniture of three lots of boards and one of lacquer, pack it four by four into cartons, 25 cartons on a pallet, up to
40 pallets of several lots into a container; pallets go to importers, who unpack them and send the cartons to shops.
Every tenth lot bears serials. The pallets of one factory are reused. All names and numbers are made up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.db import connection

from catalog.traceability.gs1.checks.digits import check_digit
from catalog.traceability.identity.uris import seller_uri

BEGIN = datetime(2025, 1, 6, 1, 0, tzinfo=UTC)
CBV = "https://ref.gs1.org/cbv/"
GS1 = "https://id.gs1.org"
OWNING = f"{CBV}SDT-owning_party"
EVENT_COLUMNS = (
    "id", "event_id", "event_hash", "is_error_declaration", "type", "event_time", "event_time_zone_offset",
    "record_time", "action", "biz_step", "disposition", "read_point", "biz_location", "transformation_id",
    "error_declared_at", "error_reason", "seller_id", "capture", "audience", "document",
)  # fmt: skip
THING_COLUMNS = ("id", "event_id", "role", "is_class", "uri", "quantity", "uom")
LINK_COLUMNS = ("id", "event_id", "kind", "type", "uri")
PIECES, PER_CARTON, CARTONS_A_PALLET, PALLETS_A_CONTAINER = 500, 4, 25, 40
_AT_ONCE = 20_000

Thing = tuple[str, str, float | None, str]


@dataclass
class Chain:
    """What a test or measurement may start from."""

    sellers: list[int]
    plots: list[str] = field(default_factory=list)
    boards: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    pallets: list[str] = field(default_factory=list)
    cartons: list[str] = field(default_factory=list)
    events: int = 0
    things: int = 0


@dataclass
class _Writer:
    chain: Chain
    limit: int
    load: Callable[[str, tuple[str, ...], list[tuple[Any, ...]]], None]
    events: list[tuple[Any, ...]] = field(default_factory=list)
    things: list[tuple[Any, ...]] = field(default_factory=list)
    links: list[tuple[Any, ...]] = field(default_factory=list)
    link_count: int = 0

    @property
    def is_full(self) -> bool:
        return self.chain.events >= self.limit

    def add(
        self,
        type_: str,
        hour: float,
        things: list[Thing],
        *,
        seller: int,
        action: str = "",
        step: str = "",
        place: str = "",
        to: str = "",
    ) -> None:
        self.chain.events += 1
        key = self.chain.events
        moment = _moment(BEGIN + timedelta(hours=hour))
        document = json.dumps(
            {
                "type": type_,
                "eventTime": moment,
                "eventTimeZoneOffset": "+07:00",
                "action": action,
                "bizStep": step,
                "things": [[role, uri, quantity, uom] for role, uri, quantity, uom in things],
                "readPoint": {"id": place},
            }
        )
        digits = f"{key:064x}"
        self.events.append(
            (key, f"ni:///sha-256;{digits}?ver=CBV2.0", digits, False, type_, moment, "+07:00", moment, action,
             f"{CBV}BizStep-{step}" if step else "", "", place, place, "", None, "", seller, None, "CHAIN", document)
        )  # fmt: skip
        for role, uri, quantity, uom in things:
            self.chain.things += 1
            self.things.append((self.chain.things, key, role, quantity is not None, uri, quantity, uom))
        if to:
            for kind, uri in (("SOURCE", seller_uri(seller)), ("DESTINATION", to)):
                self.link_count += 1
                self.links.append((self.link_count, key, kind, OWNING, uri))
        if len(self.events) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        for table, columns, rows in (
            ("catalog_epcisevent", EVENT_COLUMNS, self.events),
            ("catalog_eventthing", THING_COLUMNS, self.things),
            ("catalog_eventlink", LINK_COLUMNS, self.links),
        ):
            if rows:
                self.load(table, columns, rows)
                rows.clear()


def build_chain(number: int, sellers: list[int], *, seed: int = 7) -> Chain:
    """At least ``number`` events, written into the database's tables, which must be empty. ``sellers``: eight keys."""
    chain = Chain(sellers)
    writer = _Writer(chain, number, _load_postgresql if connection.vendor == "postgresql" else _load_sqlite)
    random = Random(seed)  # noqa: S311  # the same chain in every run
    numbers = iter(range(1, 1 << 60))
    while not writer.is_full:
        _campaign(writer, random, numbers)
    writer.flush()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in ("catalog_epcisevent", "catalog_eventthing", "catalog_eventlink"):
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")  # noqa: S608  # names of our own
    return chain


def _campaign(writer: _Writer, random: Random, numbers: Iterator[int]) -> None:
    """A season: twelve plots, their logs, boards and furniture, until it is shipped and sold."""
    sellers = writer.chain.sellers
    start = next(numbers) * 3.0
    forester, sawmill, *factories = sellers[:6]
    logs = [log for _ in range(12) for log in _harvest(writer, forester, sawmill, start, numbers)]
    boards = _sawn(writer, random, sawmill, logs, start + 100, numbers)
    lacquer = _lot(numbers)
    writer.add(
        "ObjectEvent", start, [("EPC", lacquer, 900.0, "LTR")], seller=sellers[6], action="ADD", step="commissioning"
    )
    pallets: list[tuple[str, str, int]] = []
    for maker in factories:
        for _ in range(len(boards) * 4 // 3 // len(factories)):
            made = _made(writer, maker, random.sample(boards, 3), lacquer, start + 300, numbers)
            pallets += [(pallet, made, maker) for pallet in _palleted(writer, maker, made, start + 330, numbers)]
            if writer.is_full:
                return
    random.shuffle(pallets)
    for first in range(0, len(pallets), PALLETS_A_CONTAINER):
        _shipped(writer, sellers[7], pallets[first : first + PALLETS_A_CONTAINER], start + 500, numbers)


def _harvest(writer: _Writer, forester: int, sawmill: int, hour: float, numbers: Iterator[int]) -> list[str]:
    plot = f"{GS1}/414/{_digits(next(numbers), 12)}"
    standing = _lot(numbers)
    writer.chain.plots.append(standing)
    writer.add(
        "ObjectEvent",
        hour,
        [("EPC", standing, 400.0, "MTQ")],
        seller=forester,
        action="ADD",
        step="commissioning",
        place=plot,
    )
    logs = [_lot(numbers) for _ in range(3)]
    outputs: list[Thing] = [("OUTPUT", log, 120.0, "MTQ") for log in logs]
    writer.add(
        "TransformationEvent", hour + 5, [("INPUT", standing, 400.0, "MTQ"), *outputs], seller=forester, place=plot
    )
    for log in logs:
        moved: list[Thing] = [("EPC", log, 120.0, "MTQ")]
        writer.add(
            "ObjectEvent", hour + 24, moved, seller=forester, action="OBSERVE", step="shipping", to=seller_uri(sawmill)
        )
        writer.add("ObjectEvent", hour + 40, moved, seller=sawmill, action="OBSERVE", step="receiving")
    return logs


def _sawn(
    writer: _Writer, random: Random, sawmill: int, logs: list[str], hour: float, numbers: Iterator[int]
) -> list[str]:
    random.shuffle(logs)
    boards = []
    for first in range(0, len(logs), 3):
        wet = [_lot(numbers) for _ in range(5)]
        inputs: list[Thing] = [("INPUT", log, 120.0, "MTQ") for log in logs[first : first + 3]]
        writer.add(
            "TransformationEvent", hour, [*inputs, *(("OUTPUT", one, 38.0, "MTQ") for one in wet)], seller=sawmill
        )
        for one in wet:
            dry = _lot(numbers)
            writer.add(
                "TransformationEvent",
                hour + 60,
                [("INPUT", one, 38.0, "MTQ"), ("OUTPUT", dry, 35.0, "MTQ")],
                seller=sawmill,
            )
            writer.add(
                "ObjectEvent",
                hour + 70,
                [("EPC", dry, 35.0, "MTQ")],
                seller=sawmill,
                action="OBSERVE",
                step="inspecting",
            )
            boards.append(dry)
    writer.chain.boards += boards
    return boards


def _made(writer: _Writer, maker: int, boards: list[str], lacquer: str, hour: float, numbers: Iterator[int]) -> str:
    made = _lot(numbers)
    writer.chain.furniture.append(made)
    inputs: list[Thing] = [*(("INPUT", one, 8.0, "MTQ") for one in boards), ("INPUT", lacquer, 20.0, "LTR")]
    writer.add("TransformationEvent", hour, [*inputs, ("OUTPUT", made, float(PIECES), "")], seller=maker)
    writer.add(
        "ObjectEvent", hour + 5, [("EPC", made, float(PIECES), "")], seller=maker, action="OBSERVE", step="inspecting"
    )
    return made


def _palleted(writer: _Writer, maker: int, made: str, hour: float, numbers: Iterator[int]) -> list[str]:
    """A pallet's own number is new for each load in all factories but the last, whose pallets come back."""
    has_serials = next(numbers) % 10 == 0
    cartons = []
    for first in range(0, PIECES, PER_CARTON):
        carton = _sscc(numbers)
        inside: list[Thing] = [("CHILD", made, float(PER_CARTON), "")]
        if has_serials:
            serials = [f"{made.partition('/10/')[0]}/21/{next(numbers):09d}" for _ in range(PER_CARTON)]
            named: list[Thing] = [("EPC", made, float(PER_CARTON), ""), *(("EPC", one, None, "") for one in serials)]
            writer.add("ObjectEvent", hour, named, seller=maker, action="ADD", step="commissioning")
            inside = [("CHILD", one, None, "") for one in serials]
        writer.add(
            "AggregationEvent",
            hour + first / 100,
            [("PARENT", carton, None, ""), *inside],
            seller=maker,
            action="ADD",
            step="packing",
        )
        cartons.append(carton)
    pallets = []
    for first in range(0, len(cartons), CARTONS_A_PALLET):
        is_reused = maker == writer.chain.sellers[5]
        number = next(numbers)
        pallet = f"{GS1}/8003/0{_digits(number % 2000, 12)}P" if is_reused else _sscc(numbers)
        load: list[Thing] = [("CHILD", carton, None, "") for carton in cartons[first : first + CARTONS_A_PALLET]]
        writer.add(
            "AggregationEvent",
            hour + 10,
            [("PARENT", pallet, None, ""), *load],
            seller=maker,
            action="ADD",
            step="packing",
        )
        pallets.append(pallet)
    writer.chain.pallets += pallets
    writer.chain.cartons += cartons
    return pallets


def _shipped(
    writer: _Writer, importer: int, pallets: list[tuple[str, str, int]], hour: float, numbers: Iterator[int]
) -> None:
    """Pallets leave in a container, are unloaded, unpacked, and what was on them goes to shops, carton by carton."""
    box = _sscc(numbers)
    loaded: list[Thing] = [("CHILD", pallet, None, "") for pallet, _made, _maker in pallets]
    maker = pallets[0][2]
    writer.add(
        "AggregationEvent", hour, [("PARENT", box, None, ""), *loaded], seller=maker, action="ADD", step="loading"
    )
    whole: list[Thing] = [("EPC", box, None, "")]
    writer.add("ObjectEvent", hour + 3, whole, seller=maker, action="OBSERVE", step="shipping", to=seller_uri(importer))
    writer.add("ObjectEvent", hour + 30, whole, seller=maker, action="OBSERVE", step="departing")
    writer.add("ObjectEvent", hour + 700, whole, seller=importer, action="OBSERVE", step="arriving")
    writer.add("ObjectEvent", hour + 720, whole, seller=importer, action="OBSERVE", step="receiving")
    writer.add(
        "AggregationEvent", hour + 724, [("PARENT", box, None, "")], seller=importer, action="DELETE", step="unloading"
    )
    for pallet, _of, _maker in pallets:
        shop = f"urn:uuid:00000000-0000-4000-8000-{next(numbers) % 4000:012d}"
        one: list[Thing] = [("EPC", pallet, None, "")]
        writer.add("ObjectEvent", hour + 800, one, seller=importer, action="OBSERVE", step="shipping", to=shop)
        writer.add("ObjectEvent", hour + 830, one, seller=importer, action="OBSERVE", step="receiving", to=shop)
        writer.add(
            "AggregationEvent",
            hour + 840,
            [("PARENT", pallet, None, "")],
            seller=importer,
            action="DELETE",
            step="unpacking",
        )


def _lot(numbers: Iterator[int]) -> str:
    number = next(numbers)
    return f"{GS1}/01/0{_digits(893_000_000_000 + number % 5000, 12)}/10/L{number:08d}"


def _sscc(numbers: Iterator[int]) -> str:
    return f"{GS1}/00/{_digits(8_930_000_000_000_0000 + next(numbers), 17)}"


def _digits(number: int, length: int) -> str:
    body = str(number).zfill(length)
    return body + check_digit(body)


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S" + ("+00" if connection.vendor == "postgresql" else ""))


def _load_sqlite(table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    connection.ensure_connection()
    marks = ", ".join("?" * len(columns))
    connection.connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608  # names of our own


def _load_postgresql(table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
