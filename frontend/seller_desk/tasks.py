"""The tasks of a day: what waits, until when, and the one page where it is done."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from frontend.seller_desk.seller_page import SellerPage
from i18n.today import day_here, today_here

Data = Mapping[str, Any]
SOON = timedelta(days=2)
ENDING = ("EXPIRING", "EXPIRED")


@dataclass(frozen=True)
class Task:
    """``kind`` is what the template has words for."""

    kind: str
    count: int
    href: str
    due: date | None = None
    """The nearest day by which something of it has to be done."""
    items: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due < today_here()

    @property
    def is_urgent(self) -> bool:
        return self.kind in URGENT or (self.due is not None and self.due <= today_here() + SOON)


URGENT = frozenset({"PACK", "SHIP", "TROUBLE", "DISPUTE", "RETURN", "REJECTED"})
"""Somebody waits for these, whatever the day."""
RANK = ("DISPUTE", "PACK", "SHIP", "TROUBLE", "RETURN", "QUOTE", "MESSAGE", "REJECTED", "CERTIFICATE", "LOW", "FAIR",
        "REVIEW", "IMPORT", "UNPUBLISHED", "DRAFT", "TRANSLATION")  # fmt: skip


def tasks_of(page: SellerPage, data: Data) -> list[Task]:
    """Those that there are: what is late first, then what is urgent by its day, then the others."""
    found = [*_of_orders(page, data), *(_of_goods(page, data) if page.may("MANAGER") else []), *_of_fairs(page, data)]
    there = [task for task in found if task.count]
    return sorted(there, key=lambda task: (not task.is_urgent, task.due or date.max, RANK.index(task.kind)))


def _of_orders(page: SellerPage, data: Data) -> Iterable[Task]:
    for kind, name, state in (("PACK", "toPack", "CONFIRMED"), ("SHIP", "toShip", "PACKING")):
        orders = _nodes(data[name])
        items = [{**order, "due": _ship_by(order)} for order in orders]
        href = page.at("seller-orders", query={"state": state})
        yield Task(kind, data[name]["totalCount"], href, _first(items), items)
    yield Task("TROUBLE", data["troubled"]["totalCount"], page.at("seller-shipments", query={"state": "TROUBLE"}),
               items=_nodes(data["troubled"]))  # fmt: skip
    returns = [{**one, "due": _day(one["decideBy"])} for one in _nodes(data["toDecide"])]
    yield Task("RETURN", data["toDecide"]["totalCount"], page.at("seller-returns"), _first(returns), returns)
    disputes = [{**one, "due": _day(one["due"])} for one in _nodes(data["toAnswer"])]
    yield Task("DISPUTE", data["toAnswer"]["totalCount"], page.at("seller-disputes"), _first(disputes), disputes)
    yield Task("MESSAGE", data["unreadMessages"] or 0, page.at("seller-messages", query={"unread": "1"}))
    yield Task("LOW", data["lowStock"]["totalCount"], page.at("seller-stock", query={"low": "yes"}),
               items=_nodes(data["lowStock"]))  # fmt: skip


def _of_goods(page: SellerPage, data: Data) -> Iterable[Task]:
    quotes = [{**one, "due": _day(one["validUntil"])} for one in _nodes(data["quotesAsked"])]
    yield Task("QUOTE", data["quotesAsked"]["totalCount"], page.at("seller-quotes"), _first(quotes), quotes)
    products = _products_page(page)
    yield Task("REJECTED", data["rejected"]["totalCount"], products("REJECTED"), items=_nodes(data["rejected"]))
    ending = [one for one in data["certificates"] if one["state"] in ENDING]
    left = [one["daysLeft"] for one in ending if one["state"] == "EXPIRING" and one["daysLeft"] is not None]
    days = [today_here() + timedelta(days=one) for one in left]
    yield Task("CERTIFICATE", len(ending), page.at("seller-certificates"), min(days, default=None), ending)
    unanswered = data["unanswered"]
    yield Task("REVIEW", unanswered["totalCount"], page.at("seller-reviews"), items=_nodes(unanswered))
    waiting = [one for one in data["productImports"] if one["status"] == "PREVIEWED"]
    yield Task("IMPORT", len(waiting), page.at("seller-imports"), items=waiting)
    hidden = [one for one in _nodes(data["approved"]) if not any(at["isPublished"] for at in one["channelListings"])]
    yield Task("UNPUBLISHED", len(hidden), products("APPROVED"), items=hidden)
    yield Task("DRAFT", data["drafts"]["totalCount"], products("DRAFT"), items=_nodes(data["drafts"]))
    gaps = _languages(data["translationCoverage"])
    yield Task("TRANSLATION", sum(one["count"] for one in gaps), page.at("seller-translations"), items=gaps)


def _of_fairs(page: SellerPage, data: Data) -> Iterable[Task]:
    items = [
        {"name": desk["expo"]["localized"]["name"]["text"], "slug": desk["expo"]["slug"],
         "exhibitor": desk["exhibitor"]["id"], "due": _day(task["dueOn"])}
        for desk in data["myExhibitors"]
        for task in desk["tasks"]
        if task["doneAt"] is None
    ]  # fmt: skip
    yield Task("FAIR", len(items), page.at("seller-fairs"), _first(items), items)


def _products_page(page: SellerPage) -> Callable[[str], str]:
    return lambda approval: page.at("seller-products", query={"approval": approval})


def _languages(rows: Iterable[Data]) -> list[dict[str, Any]]:
    """What is missing or outdated of the products' texts, by language."""
    found: dict[str, int] = {}
    for row in rows:
        found[row["language"]["code"]] = found.get(row["language"]["code"], 0) + row["missing"] + row["stale"]
    return [{"language": code, "count": count} for code, count in found.items() if count]


def _ship_by(order: Data) -> date | None:
    """The day by which it should leave: the longest lead time of its articles after the day it was placed."""
    days = [line["variant"]["leadTimeDays"] for line in order["lines"] if line["variant"]]
    longest = max((one for one in days if one is not None), default=None)
    placed = day_here(datetime.fromisoformat(order["created"]))
    return None if longest is None else placed + timedelta(days=longest)


def _nodes(connection: Data) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


def _first(items: Iterable[Data]) -> date | None:
    return min((one["due"] for one in items if one["due"]), default=None)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    return day_here(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)
