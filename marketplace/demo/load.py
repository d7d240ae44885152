"""Build the demo world through the verbs that users call. All or nothing: an interrupted load leaves no half world."""

from collections.abc import Callable

from django.db import transaction

from marketplace.channels.defaults import create_default_channels
from marketplace.demo.attributes import collect
from marketplace.demo.categories import create_categories
from marketplace.demo.certificates import certify
from marketplace.demo.complaints import complain
from marketplace.demo.conversations import write_messages
from marketplace.demo.earlier_orders import place_earlier_orders
from marketplace.demo.exchange_rates import store_demo_rates
from marketplace.demo.fair_business import take_applications
from marketplace.demo.fair_editions import describe_editions
from marketplace.demo.fair_leads import meet_visitors
from marketplace.demo.fair_lists import hand_in_list
from marketplace.demo.fair_meetings import arrange_meetings
from marketplace.demo.fair_plans import draw_plans
from marketplace.demo.fair_visitors import register_visitors
from marketplace.demo.fairs import hold_fairs
from marketplace.demo.freight import send_freight
from marketplace.demo.gather_events import gather_events
from marketplace.demo.glossary import keep_glossaries
from marketplace.demo.help_pages import write_help_pages
from marketplace.demo.inspections import answer_for_wood, explain_books, seal_first_day
from marketplace.demo.lots import trace_lots
from marketplace.demo.neighbours import choose_neighbours
from marketplace.demo.numbering import number_goods
from marketplace.demo.offers import make_offers
from marketplace.demo.orders import place_orders
from marketplace.demo.payouts import charge_commission, pay_out
from marketplace.demo.people import create_people
from marketplace.demo.products import list_products
from marketplace.demo.quotes import negotiate
from marketplace.demo.recalls import recall_once
from marketplace.demo.reviews import review_products
from marketplace.demo.safety import name_responsible_people
from marketplace.demo.sellers import settle_sellers
from marketplace.demo.shoppers import visit_codes
from marketplace.demo.site_pages import write_site_pages
from marketplace.demo.stories import tell_stories
from marketplace.demo.tax_invoices import write_tax_invoices
from marketplace.demo.trade_facts import state_trade_facts
from marketplace.demo.vouchers import give_vouchers
from marketplace.sellers.models import Seller

Progress = Callable[[str], None]


def is_loaded() -> bool:
    """Whether this database has sellers, of the demo or real ones: the demo is only for an empty marketplace."""
    return Seller.objects.exists()


def load(*, progress: Progress) -> None:
    """Make the whole world; ``progress`` hears one line per step."""
    with transaction.atomic():
        create_default_channels()
        store_demo_rates()
        people = create_people()
        categories = create_categories()
        sellers = settle_sellers(people)
        name_responsible_people(sellers)
        progress(f"{len(sellers)} sellers")
        products = list_products(sellers, categories, people, progress=progress)
        state_trade_facts(products)
        choose_neighbours(products)
        progress(f"{keep_glossaries(sellers)} terms in glossaries")
        progress(f"{certify(sellers, products)} certificates")
        progress(f"{collect(products)} collections")
        progress(f"{number_goods(sellers, people)} company prefixes")
        lots = trace_lots(products)
        progress(f"{len(lots)} traced lots")
        answer_for_wood(lots)
        progress(f"{explain_books(lots)} balance explained")
        progress(f"{visit_codes(lots)} openings of codes")
        charge_commission(sellers)
        earlier = place_earlier_orders(products, lots, people)
        progress(f"{earlier + place_orders(products, lots, people)} orders")
        progress(f"{send_freight(products, lots, people)} shipment by sea")
        quotes = negotiate(products, sellers, people)
        progress(f"{len(quotes)} quotes")
        progress(f"{write_messages(products, quotes, sellers, people)} conversations")
        progress(f"{give_vouchers(sellers)} vouchers")
        progress(f"{pay_out(sellers, people)} payouts")
        progress(f"{write_tax_invoices(sellers)} tax invoices")
        progress(f"{complain(sellers, people)} complaints")
        progress(f"{review_products(products, sellers, people)} reviews")
        progress(f"{hold_fairs(sellers, products)} fairs")
        progress(f"{draw_plans()} halls with aisles and prices")
        progress(f"{describe_editions()} pieces of news of fairs")
        progress(f"{take_applications(sellers, people)} applications to a fair")
        progress(f"{hand_in_list(buyer=people.buyer)} rows of a list of exhibitors")
        progress(f"{register_visitors()} visitors of fairs")
        progress(f"{arrange_meetings(sellers)} meetings at fairs")
        progress(f"{meet_visitors(sellers, products)} leads of exhibitors")
        progress(f"{write_site_pages()} pages of the marketplace")
        progress(f"{write_help_pages()} pages of help")
        progress(f"{tell_stories(sellers)} stories of makers")
        progress(f"{recall_once(lots)} deliveries recalled")
        progress(f"{seal_first_day()} day of events sealed")
        progress(f"{make_offers(sellers, products, people)} prices on sale or derived")
        gather_events()
