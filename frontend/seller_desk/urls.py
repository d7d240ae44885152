"""The pages of the seller's desk, below ``/<language>/seller/``."""

from django.urls import path
from django.urls.resolvers import URLPattern

from frontend.installable.desk_files import manifest as desk_manifest
from frontend.installable.desk_files import worker as desk_worker
from frontend.installable.desk_token import DeskToken
from frontend.installable.desk_without_network import DeskWithoutNetwork
from frontend.page import page
from frontend.seller_desk.balance import Balance
from frontend.seller_desk.carriers import Carrier, Carriers
from frontend.seller_desk.certificate import Certificate
from frontend.seller_desk.certificates import Certificates
from frontend.seller_desk.conversation import Conversation
from frontend.seller_desk.delivery_method import DeliveryMethod
from frontend.seller_desk.delivery_zone import DeliveryZone
from frontend.seller_desk.delivery_zones import DeliveryZones
from frontend.seller_desk.dispute import Dispute
from frontend.seller_desk.disputes import Disputes
from frontend.seller_desk.exports import Exports
from frontend.seller_desk.fairs import Fairs
from frontend.seller_desk.figures import Figures
from frontend.seller_desk.home import Home
from frontend.seller_desk.identifiers import Identifiers
from frontend.seller_desk.import_page import ImportPage
from frontend.seller_desk.imports import Imports
from frontend.seller_desk.lot import Lot
from frontend.seller_desk.lot_chain import LotChain
from frontend.seller_desk.lot_codes import LotCodes
from frontend.seller_desk.lot_import import LotImport
from frontend.seller_desk.lot_import_file import LotImportFile
from frontend.seller_desk.lot_labels import LotLabels
from frontend.seller_desk.lot_links import LotLinks
from frontend.seller_desk.lot_materials import LotMaterials
from frontend.seller_desk.lot_packs import LotPacks
from frontend.seller_desk.lot_portals import LotPortals
from frontend.seller_desk.lot_proof import LotProof
from frontend.seller_desk.lot_translations import LotTranslations
from frontend.seller_desk.lots import Lots
from frontend.seller_desk.materials import Materials
from frontend.seller_desk.messages import Messages
from frontend.seller_desk.new_lot import NewLot
from frontend.seller_desk.new_material import NewMaterial
from frontend.seller_desk.new_product import NewProduct
from frontend.seller_desk.new_recall import NewRecall
from frontend.seller_desk.order import Order
from frontend.seller_desk.order_carriers import OrderCarriers
from frontend.seller_desk.order_packing import OrderPacking
from frontend.seller_desk.orders import Orders
from frontend.seller_desk.payouts import Payouts
from frontend.seller_desk.product_attributes import ProductAttributes
from frontend.seller_desk.product_category import ProductCategory
from frontend.seller_desk.product_code import ProductCode
from frontend.seller_desk.product_materials import ProductMaterials
from frontend.seller_desk.product_pictures import ProductPictures
from frontend.seller_desk.product_prices import ProductPrices
from frontend.seller_desk.product_publish import ProductPublish
from frontend.seller_desk.product_related import ProductRelated
from frontend.seller_desk.product_safety import ProductSafety
from frontend.seller_desk.product_texts import ProductTexts
from frontend.seller_desk.product_trade import ProductTrade
from frontend.seller_desk.product_translations import ProductTranslations
from frontend.seller_desk.product_variant import ProductVariant
from frontend.seller_desk.product_variants import ProductVariants
from frontend.seller_desk.products import Products
from frontend.seller_desk.profile import Profile
from frontend.seller_desk.profile_translations import ProfileTranslations
from frontend.seller_desk.quote import Quote
from frontend.seller_desk.quotes import Quotes
from frontend.seller_desk.recall import Recall
from frontend.seller_desk.recalls import Recalls
from frontend.seller_desk.responsible_people import ResponsiblePeople
from frontend.seller_desk.responsible_person import ResponsiblePerson
from frontend.seller_desk.return_page import ReturnPage
from frontend.seller_desk.returns import Returns
from frontend.seller_desk.reviews import Reviews
from frontend.seller_desk.scans import Scans
from frontend.seller_desk.settings import Settings
from frontend.seller_desk.shipment import Shipment
from frontend.seller_desk.shipment_papers import ShipmentPapers
from frontend.seller_desk.shipment_settings import ShipmentSettings
from frontend.seller_desk.shipments import Shipments
from frontend.seller_desk.statement import Statement
from frontend.seller_desk.stock import Stock
from frontend.seller_desk.stock_import import StockImport
from frontend.seller_desk.stock_import_file import StockImportFile
from frontend.seller_desk.stock_movements import StockMovements
from frontend.seller_desk.stock_variant import StockVariant
from frontend.seller_desk.tariffs import Tariffs
from frontend.seller_desk.tax_invoice import TaxInvoice
from frontend.seller_desk.tax_invoices import TaxInvoices
from frontend.seller_desk.team import Team
from frontend.seller_desk.today import Today
from frontend.seller_desk.trace_parties import TraceParties
from frontend.seller_desk.trace_party import TraceParty
from frontend.seller_desk.trace_place import TracePlace
from frontend.seller_desk.trace_places import TracePlaces
from frontend.seller_desk.translations import (
    TranslationDownload,
    TranslationFile,
    TranslationGlossary,
    Translations,
    TranslationWork,
)
from frontend.seller_desk.variant_attributes import VariantAttributes
from frontend.seller_desk.voucher import Voucher
from frontend.seller_desk.vouchers import Vouchers
from frontend.seller_desk.warehouses import Warehouses
from frontend.seller_desk.webhooks import Webhook, Webhooks

PRODUCT = "<slug:seller>/products/<str:id>"

pages: list[URLPattern] = [
    page("", Home, name="seller-home"),
    page("offline", DeskWithoutNetwork, name="seller-offline"),
    path("worker.js", desk_worker, name="seller-worker"),
    path("<slug:seller>/manifest.webmanifest", desk_manifest, name="seller-manifest"),
    page("<slug:seller>/token", DeskToken, name="seller-token"),
    page("<slug:seller>/", Today, name="seller-today"),
    page("<slug:seller>/orders", Orders, name="seller-orders"),
    page("<slug:seller>/orders/<str:id>", Order, name="seller-orders-order"),
    page("<slug:seller>/orders/<str:id>/carriers", OrderCarriers, name="seller-orders-order-carriers"),
    page("<slug:seller>/shipments/<str:id>/papers", ShipmentPapers, name="seller-shipments-papers"),
    page("<slug:seller>/shipments", Shipments, name="seller-shipments"),
    page("<slug:seller>/shipments/settings", ShipmentSettings, name="seller-shipments-settings"),
    page("<slug:seller>/shipments/<str:id>", Shipment, name="seller-shipments-shipment"),
    page("<slug:seller>/payouts", Payouts, name="seller-payouts"),
    page("<slug:seller>/figures", Figures, name="seller-figures"),
    page("<slug:seller>/tax-invoices", TaxInvoices, name="seller-tax-invoices"),
    page("<slug:seller>/tax-invoices/<str:id>", TaxInvoice, name="seller-tax-invoices-invoice"),
    page("<slug:seller>/statement", Statement, name="seller-statement"),
    page("<slug:seller>/quotes", Quotes, name="seller-quotes"),
    page("<slug:seller>/quotes/<str:id>", Quote, name="seller-quotes-quote"),
    page("<slug:seller>/messages", Messages, name="seller-messages"),
    page("<slug:seller>/messages/<str:id>", Conversation, name="seller-messages-conversation"),
    page("<slug:seller>/returns", Returns, name="seller-returns"),
    page("<slug:seller>/returns/<str:id>", ReturnPage, name="seller-returns-return"),
    page("<slug:seller>/disputes", Disputes, name="seller-disputes"),
    page("<slug:seller>/disputes/<str:id>", Dispute, name="seller-disputes-dispute"),
    page("<slug:seller>/delivery", DeliveryZones, name="seller-delivery"),
    page("<slug:seller>/delivery/new", DeliveryZone, name="seller-delivery-new"),
    page("<slug:seller>/delivery/tariffs", Tariffs, name="seller-delivery-tariffs"),
    page("<slug:seller>/delivery/<str:id>", DeliveryZone, name="seller-delivery-zone"),
    page("<slug:seller>/delivery/<str:zone>/<str:id>", DeliveryMethod, name="seller-delivery-method"),
    page("<slug:seller>/orders/<str:id>/packing", OrderPacking, name="seller-orders-order-packing"),
    page("<slug:seller>/vouchers", Vouchers, name="seller-vouchers"),
    page("<slug:seller>/vouchers/new", Voucher, name="seller-vouchers-new"),
    page("<slug:seller>/vouchers/<str:id>", Voucher, name="seller-vouchers-voucher"),
    page("<slug:seller>/products", Products, name="seller-products"),
    page("<slug:seller>/products/new", NewProduct, name="seller-products-new"),
    page(PRODUCT, ProductTexts, name="seller-products-texts"),
    page(f"{PRODUCT}/category", ProductCategory, name="seller-products-category"),
    page(f"{PRODUCT}/attributes", ProductAttributes, name="seller-products-attributes"),
    page(f"{PRODUCT}/attributes/<str:variant>", VariantAttributes, name="seller-products-attributes-variant"),
    page(f"{PRODUCT}/variants", ProductVariants, name="seller-products-variants"),
    page(f"{PRODUCT}/variants/new", ProductVariant, name="seller-products-variants-new"),
    page(f"{PRODUCT}/variants/<str:variant>", ProductVariant, name="seller-products-variants-variant"),
    page(f"{PRODUCT}/prices", ProductPrices, name="seller-products-prices"),
    page(f"{PRODUCT}/pictures", ProductPictures, name="seller-products-pictures"),
    page(f"{PRODUCT}/code", ProductCode, name="seller-products-code"),
    page(f"{PRODUCT}/trade", ProductTrade, name="seller-products-trade"),
    page(f"{PRODUCT}/origin", ProductMaterials, name="seller-products-materials"),
    page(f"{PRODUCT}/safety", ProductSafety, name="seller-products-safety"),
    page(f"{PRODUCT}/related", ProductRelated, name="seller-products-related"),
    page(f"{PRODUCT}/translations", ProductTranslations, name="seller-products-translations"),
    page(f"{PRODUCT}/approval", ProductPublish, name="seller-products-publish"),
    page("<slug:seller>/stock", Stock, name="seller-stock"),
    page("<slug:seller>/stock/movements", StockMovements, name="seller-stock-movements"),
    page("<slug:seller>/stock/import", StockImport, name="seller-stock-import"),
    page("<slug:seller>/stock/import/<str:id>", StockImportFile, name="seller-stock-import-file"),
    page("<slug:seller>/stock/warehouses", Warehouses, name="seller-stock-warehouses"),
    page("<slug:seller>/stock/<str:id>", StockVariant, name="seller-stock-variant"),
    page("<slug:seller>/exports", Exports, name="seller-exports"),
    page("<slug:seller>/imports", Imports, name="seller-imports"),
    page("<slug:seller>/imports/<str:id>", ImportPage, name="seller-imports-import"),
    page("<slug:seller>/certificates", Certificates, name="seller-certificates"),
    page("<slug:seller>/certificates/new", Certificate, name="seller-certificates-new"),
    page("<slug:seller>/certificates/<str:id>", Certificate, name="seller-certificates-certificate"),
    page("<slug:seller>/reviews", Reviews, name="seller-reviews"),
    page("<slug:seller>/scans", Scans, name="seller-scans"),
    page("<slug:seller>/identifiers", Identifiers, name="seller-identifiers"),
    page("<slug:seller>/figures-to-check", Balance, name="seller-balance"),
    page("<slug:seller>/recalls", Recalls, name="seller-recalls"),
    page("<slug:seller>/recalls/new", NewRecall, name="seller-recalls-new"),
    page("<slug:seller>/recalls/<str:id>", Recall, name="seller-recalls-recall"),
    page("<slug:seller>/lots", Lots, name="seller-lots"),
    page("<slug:seller>/materials", Materials, name="seller-materials"),
    page("<slug:seller>/materials/new", NewMaterial, name="seller-materials-new"),
    page("<slug:seller>/lot-import", LotImport, name="seller-lot-import"),
    page("<slug:seller>/lot-import/<str:id>", LotImportFile, name="seller-lot-import-file"),
    page("<slug:seller>/lots/new", NewLot, name="seller-lots-new"),
    page("<slug:seller>/lots/<str:id>", Lot, name="seller-lots-lot"),
    page("<slug:seller>/lots/<str:id>/chain", LotChain, name="seller-lots-chain"),
    page("<slug:seller>/lots/<str:id>/codes", LotCodes, name="seller-lots-codes"),
    page("<slug:seller>/lots/<str:id>/labels", LotLabels, name="seller-lots-labels"),
    page("<slug:seller>/lots/<str:id>/materials", LotMaterials, name="seller-lots-materials"),
    page("<slug:seller>/lots/<str:id>/packs", LotPacks, name="seller-lots-packs"),
    page("<slug:seller>/lots/<str:id>/portals", LotPortals, name="seller-lots-portals"),
    page("<slug:seller>/lots/<str:id>/proof", LotProof, name="seller-lots-proof"),
    page("<slug:seller>/lots/<str:id>/links", LotLinks, name="seller-lots-links"),
    page("<slug:seller>/lots/<str:id>/translations", LotTranslations, name="seller-lots-translations"),
    page("<slug:seller>/places", TracePlaces, name="seller-places"),
    page("<slug:seller>/places/new", TracePlace, name="seller-places-new"),
    page("<slug:seller>/places/<str:id>", TracePlace, name="seller-places-place"),
    page("<slug:seller>/partners", TraceParties, name="seller-partners"),
    page("<slug:seller>/partners/new", TraceParty, name="seller-partners-new"),
    page("<slug:seller>/partners/<str:id>", TraceParty, name="seller-partners-partner"),
    page("<slug:seller>/profile", Profile, name="seller-profile"),
    page("<slug:seller>/profile/translations", ProfileTranslations, name="seller-profile-translations"),
    page("<slug:seller>/translations", Translations, name="seller-translations"),
    page("<slug:seller>/translations/work", TranslationWork, name="seller-translations-work"),
    page("<slug:seller>/translations/glossary", TranslationGlossary, name="seller-translations-glossary"),
    page("<slug:seller>/translations/download", TranslationDownload, name="seller-translations-download"),
    page("<slug:seller>/translations/files/<str:id>", TranslationFile, name="seller-translations-file"),
    page("<slug:seller>/responsible", ResponsiblePeople, name="seller-responsible"),
    page("<slug:seller>/responsible/new", ResponsiblePerson, name="seller-responsible-new"),
    page("<slug:seller>/responsible/<str:id>", ResponsiblePerson, name="seller-responsible-person"),
    page("<slug:seller>/carriers", Carriers, name="seller-carriers"),
    page("<slug:seller>/carriers/<slug:code>", Carrier, name="seller-carriers-carrier"),
    page("<slug:seller>/webhooks", Webhooks, name="seller-webhooks"),
    page("<slug:seller>/webhooks/<str:id>", Webhook, name="seller-webhooks-webhook"),
    page("<slug:seller>/team", Team, name="seller-team"),
    page("<slug:seller>/fairs", Fairs, name="seller-fairs"),
    page("<slug:seller>/settings", Settings, name="seller-settings"),
]
