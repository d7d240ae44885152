"""Whom the demo's exhibitors met, and an offer that was made of it."""

import uuid
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from catalog.products.product import Product
from i18n.today import day_here, today_here
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.leads.lead import Lead
from marketplace.expo.leads.notes import LeadNotes
from marketplace.expo.leads.record import record_lead
from marketplace.expo.visitors.visitor import Visitor
from marketplace.fair_trade.market import market_for
from marketplace.fair_trade.offer import LeadQuoteTerms, offer_to_lead
from orders.quotes.offer_terms import OfferedLine, OfferTerms
from orders.quotes.payment_terms import PaymentTerms


def meet_visitors(sellers: dict[str, SettledSeller], products: dict[str, Product]) -> int:
    """Every scan of the world; returns how many leads there are."""
    leads = set()
    for fair in read("fair_leads.toml")["fairs"]:
        for given in fair["leads"]:
            settled = sellers[given["seller"]]
            exhibitor = Exhibitor.objects.select_related("expo", "seller").get(
                expo__slug=fair["slug"], seller=settled.seller
            )
            lead = _meet(exhibitor, given, settled, products)
            leads.add(lead.pk)
            if "offer" in given:
                _offer(lead, given["offer"], settled, products)
    return len(leads)


def _meet(exhibitor: Exhibitor, given: dict[str, Any], settled: SettledSeller, products: dict[str, Product]) -> Lead:
    visitor = Visitor.objects.get(expo=exhibitor.expo, email=given["email"])
    at = _moment(exhibitor, given)
    shown = exhibitor.exhibits.filter(product__in=[products[key] for key in given.get("exhibits", ())])
    days = given.get("follow_up_in_days")
    return record_lead(
        exhibitor=exhibitor,
        code=visitor.badges.get(voided_at__isnull=True).code,
        client_id=uuid.uuid4(),
        scanned_at=at,
        by=settled.owner,
        notes=LeadNotes(
            note=given["note"],
            rating=given.get("rating"),
            follow_up_on=day_here(at) + timedelta(days=days) if days else None,
            exhibit_ids=tuple(shown.values_list("pk", flat=True)),
        ),
        now=at,
    )


def _moment(exhibitor: Exhibitor, given: dict[str, Any]) -> datetime:
    if "hour" in given:
        zone = ZoneInfo(exhibitor.expo.timezone)
        return datetime.combine(exhibitor.expo.starts_on, time(given["hour"], 20), tzinfo=zone)
    return timezone.now() - timedelta(hours=given["hours_ago"])


def _offer(lead: Lead, given: dict[str, Any], settled: SettledSeller, products: dict[str, Product]) -> None:
    market = market_for(lead.visitor.country)
    if market is None:
        return
    variant = products[given["product"]].variants.order_by("sort_order", "pk")[0]
    offer = OfferTerms(
        lines=(OfferedLine("", given["quantity"], Decimal(given["price"]), variant_id=variant.pk),),
        valid_until=today_here() + timedelta(days=30),
        lead_time_days=45,
        incoterm="FOB",
        named_place="Cái Mép",
        freight_amount=Decimal(0),
        payment=PaymentTerms(),
    )
    terms = LeadQuoteTerms(channel=market, currency=market.currency_code, offer=offer)
    offer_to_lead(lead=lead, terms=terms, by=settled.owner, now=timezone.now())
