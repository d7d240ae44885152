"""The pages of the operator's desk, below ``/<language>/operator/``."""

from django.urls.resolvers import URLPattern

from frontend.operator_desk.attribute import Attribute
from frontend.operator_desk.attribute_value import AttributeValue
from frontend.operator_desk.attributes import Attributes
from frontend.operator_desk.audit import Audit
from frontend.operator_desk.audit_file import AuditFile
from frontend.operator_desk.bank import Bank
from frontend.operator_desk.bank_entry import BankEntry
from frontend.operator_desk.books import Books
from frontend.operator_desk.buyer_terms import BuyerTerms
from frontend.operator_desk.carriers import Carrier, Carriers
from frontend.operator_desk.categories import Categories
from frontend.operator_desk.category import Category
from frontend.operator_desk.channel import Channel
from frontend.operator_desk.channels import Channels
from frontend.operator_desk.collection import Collection
from frontend.operator_desk.collections import Collections
from frontend.operator_desk.commission import Commission
from frontend.operator_desk.company_prefixes import CompanyPrefixes
from frontend.operator_desk.consents import Consents
from frontend.operator_desk.credit import Credit
from frontend.operator_desk.customs_edition import CustomsEdition
from frontend.operator_desk.customs_rules import CustomsRules
from frontend.operator_desk.dispute import Dispute
from frontend.operator_desk.disputes import Disputes
from frontend.operator_desk.failed_refunds import FailedRefunds
from frontend.operator_desk.fakes import Fakes
from frontend.operator_desk.figures import Figures
from frontend.operator_desk.home import Home
from frontend.operator_desk.letter import Letter
from frontend.operator_desk.letter_html import LetterHtml
from frontend.operator_desk.letters import Letters
from frontend.operator_desk.links import Links
from frontend.operator_desk.listing_history import ListingHistory
from frontend.operator_desk.message_reports import MessageReports
from frontend.operator_desk.new_takedown import NewTakedown
from frontend.operator_desk.order import Order
from frontend.operator_desk.orders import Orders
from frontend.operator_desk.payout import Payout
from frontend.operator_desk.payout_schedules import PayoutSchedules
from frontend.operator_desk.payouts import Payouts
from frontend.operator_desk.people import People
from frontend.operator_desk.person import Person
from frontend.operator_desk.product import Product
from frontend.operator_desk.product_type import ProductType
from frontend.operator_desk.product_types import ProductTypes
from frontend.operator_desk.products import Products
from frontend.operator_desk.rates import Rates
from frontend.operator_desk.recalls import Recalls
from frontend.operator_desk.returns import Returns
from frontend.operator_desk.reviews import Reviews
from frontend.operator_desk.screening import Screening
from frontend.operator_desk.screenings import Screenings
from frontend.operator_desk.seller import Seller
from frontend.operator_desk.sellers import Sellers
from frontend.operator_desk.site_menu_preview import SiteMenuPreview
from frontend.operator_desk.site_menus import SiteMenus
from frontend.operator_desk.site_page import SitePage
from frontend.operator_desk.site_pages import SitePages
from frontend.operator_desk.takedown import Takedown
from frontend.operator_desk.takedowns import Takedowns
from frontend.operator_desk.tax import Tax
from frontend.operator_desk.translations import (
    TranslationDownload,
    TranslationFile,
    TranslationGlossary,
    Translations,
    TranslationWork,
)
from frontend.operator_desk.voucher import Voucher
from frontend.operator_desk.vouchers import Vouchers
from frontend.operator_desk.webhooks import Webhook, Webhooks
from frontend.page import page

pages: list[URLPattern] = [
    page("", Home, name="operator-home"),
    page("company-prefixes", CompanyPrefixes, name="operator-company-prefixes"),
    page("sellers", Sellers, name="operator-sellers"),
    page("sellers/<str:id>", Seller, name="operator-sellers-seller"),
    page("products", Products, name="operator-products"),
    page("products/<str:id>", Product, name="operator-products-product"),
    page("reviews", Reviews, name="operator-reviews"),
    page("translations", Translations, name="operator-translations"),
    page("translations/work", TranslationWork, name="operator-translations-work"),
    page("translations/glossary", TranslationGlossary, name="operator-translations-glossary"),
    page("translations/download", TranslationDownload, name="operator-translations-download"),
    page("translations/files/<str:id>", TranslationFile, name="operator-translations-file"),
    page("products/<str:id>/history", ListingHistory, name="operator-products-history"),
    page("fakes", Fakes, name="operator-fakes"),
    page("takedowns", Takedowns, name="operator-takedowns"),
    page("takedowns/new", NewTakedown, name="operator-takedowns-new"),
    page("takedowns/<str:id>", Takedown, name="operator-takedowns-takedown"),
    page("links", Links, name="operator-links"),
    page("recalls", Recalls, name="operator-recalls"),
    page("rates", Rates, name="operator-rates"),
    page("people", People, name="operator-people"),
    page("people/<str:id>", Person, name="operator-people-person"),
    page("consents", Consents, name="operator-consents"),
    page("markets", Channels, name="operator-channels"),
    page("markets/<slug:slug>", Channel, name="operator-channels-channel"),
    page("audit", Audit, name="operator-audit"),
    page("audit/file", AuditFile, name="operator-audit-file"),
    page("carriers", Carriers, name="operator-carriers"),
    page("carriers/<slug:code>", Carrier, name="operator-carriers-carrier"),
    page("webhooks", Webhooks, name="operator-webhooks"),
    page("webhooks/<str:id>", Webhook, name="operator-webhooks-webhook"),
    page("disputes", Disputes, name="operator-disputes"),
    page("disputes/<str:id>", Dispute, name="operator-disputes-dispute"),
    page("vouchers", Vouchers, name="operator-vouchers"),
    page("vouchers/new", Voucher, name="operator-vouchers-new"),
    page("vouchers/<str:id>", Voucher, name="operator-vouchers-voucher"),
    page("orders", Orders, name="operator-orders"),
    page("orders/<str:id>", Order, name="operator-orders-order"),
    page("returns", Returns, name="operator-returns"),
    page("refunds", FailedRefunds, name="operator-refunds"),
    page("credit", Credit, name="operator-credit"),
    page("buyer-terms", BuyerTerms, name="operator-buyer-terms"),
    page("message-reports", MessageReports, name="operator-message-reports"),
    page("commission", Commission, name="operator-commission"),
    page("screening", Screenings, name="operator-screenings"),
    page("screening/<str:id>", Screening, name="operator-screening"),
    page("customs", CustomsRules, name="operator-customs"),
    page("customs/<str:id>", CustomsEdition, name="operator-customs-edition"),
    page("bank", Bank, name="operator-bank"),
    page("bank/<str:id>", BankEntry, name="operator-bank-entry"),
    page("letters", Letters, name="operator-letters"),
    page("letters/<str:kind>", Letter, name="operator-letters-letter"),
    page("letters/<str:kind>/html", LetterHtml, name="operator-letters-html"),
    page("payouts", Payouts, name="operator-payouts"),
    page("payouts/calendars", PayoutSchedules, name="operator-payouts-calendars"),
    page("payouts/<str:id>", Payout, name="operator-payouts-payout"),
    page("figures", Figures, name="operator-figures"),
    page("books", Books, name="operator-books"),
    page("tax", Tax, name="operator-tax"),
    page("categories", Categories, name="operator-categories"),
    page("categories/<str:id>", Category, name="operator-categories-category"),
    page("attributes", Attributes, name="operator-attributes"),
    page("attributes/<str:id>", Attribute, name="operator-attributes-attribute"),
    page("attributes/<str:id>/values/<str:value>", AttributeValue, name="operator-attributes-value"),
    page("product-types", ProductTypes, name="operator-product-types"),
    page("product-types/<str:id>", ProductType, name="operator-product-types-type"),
    page("pages", SitePages, name="operator-pages"),
    page("pages/<str:id>", SitePage, name="operator-pages-page"),
    page("menus", SiteMenus, name="operator-menus"),
    page("menus/<str:id>/preview", SiteMenuPreview, name="operator-menus-preview"),
    page("collections", Collections, name="operator-collections"),
    page("collections/<str:id>", Collection, name="operator-collections-collection"),
]
