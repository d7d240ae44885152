"""The pages of the expo desk, below ``/<language>/expo-desk/``."""

from django.urls import path
from django.urls.resolvers import URLPattern

from frontend.expo_desk.application import Application
from frontend.expo_desk.applications import Applications
from frontend.expo_desk.booth_codes import BoothCodes
from frontend.expo_desk.door import Door, manifest, worker
from frontend.expo_desk.door_list import DoorList
from frontend.expo_desk.doors import Doors
from frontend.expo_desk.editions import Editions
from frontend.expo_desk.exhibitor import Exhibitor
from frontend.expo_desk.exhibitors import Exhibitors
from frontend.expo_desk.fair import Fair
from frontend.expo_desk.home import Home
from frontend.expo_desk.import_list import ImportList
from frontend.expo_desk.import_sources import ImportSources
from frontend.expo_desk.imports import Imports
from frontend.expo_desk.invoice import Invoice
from frontend.expo_desk.invoices import Invoices
from frontend.expo_desk.live import Live, LiveWall
from frontend.expo_desk.manual import Manual
from frontend.expo_desk.manual_page import ManualPage
from frontend.expo_desk.new_exhibitor import NewExhibitor
from frontend.expo_desk.news import News
from frontend.expo_desk.news_item import NewsItem
from frontend.expo_desk.packages import Packages
from frontend.expo_desk.papers import Papers
from frontend.expo_desk.plan_drawing import PlanDrawing
from frontend.expo_desk.plan_drawings import PlanDrawings
from frontend.expo_desk.plan_live import PlanLive
from frontend.expo_desk.plan_prices import PlanPrices
from frontend.expo_desk.plan_print import PlanPrint
from frontend.expo_desk.progress import Progress
from frontend.expo_desk.report import Report
from frontend.expo_desk.report_file import ReportFile
from frontend.expo_desk.same_firm import SameFirm
from frontend.expo_desk.seminars import Seminars
from frontend.expo_desk.seminars_seminar import SeminarsSeminar
from frontend.expo_desk.terms import Terms
from frontend.expo_desk.texts import Texts
from frontend.expo_desk.visitors import Visitors
from frontend.page import page

pages: list[URLPattern] = [
    page("", Home, name="expo-home"),
    page("doors", Doors, name="expo-doors"),
    page("<slug:slug>", Fair, name="expo-fair"),
    page("<slug:slug>/plan-live", PlanLive, name="expo-fair-live"),
    page("<slug:slug>/plan-print", PlanPrint, name="expo-fair-print"),
    page("<slug:slug>/booth-prices", PlanPrices, name="expo-fair-prices"),
    page("<slug:slug>/drawings", PlanDrawings, name="expo-fair-drawings"),
    page("<slug:slug>/drawings/<str:id>", PlanDrawing, name="expo-fair-drawings-drawing"),
    page("<slug:slug>/overview", Progress, name="expo-progress"),
    page("<slug:slug>/texts", Texts, name="expo-texts"),
    page("<slug:slug>/editions", Editions, name="expo-editions"),
    page("<slug:slug>/papers", Papers, name="expo-papers"),
    page("<slug:slug>/news", News, name="expo-news"),
    page("<slug:slug>/news/<str:id>", NewsItem, name="expo-news-item"),
    page("<slug:slug>/live", Live, name="expo-live"),
    page("<slug:slug>/live/screen", LiveWall, name="expo-live-wall"),
    page("<slug:slug>/report", Report, name="expo-report"),
    page("<slug:slug>/report/<slug:format>", ReportFile, name="expo-report-file"),
    page("<slug:slug>/exhibitors", Exhibitors, name="expo-exhibitors"),
    page("<slug:slug>/exhibitors/new", NewExhibitor, name="expo-exhibitors-new"),
    page("<slug:slug>/exhibitors/<str:id>", Exhibitor, name="expo-exhibitors-exhibitor"),
    page("<slug:slug>/exhibitors/<str:id>/same-firm", SameFirm, name="expo-exhibitors-same-firm"),
    page("<slug:slug>/applications", Applications, name="expo-applications"),
    page("<slug:slug>/applications/<str:id>", Application, name="expo-applications-application"),
    page("<slug:slug>/packages", Packages, name="expo-packages"),
    page("<slug:slug>/terms", Terms, name="expo-terms"),
    page("<slug:slug>/invoices", Invoices, name="expo-invoices"),
    page("<slug:slug>/invoices/<str:id>", Invoice, name="expo-invoices-invoice"),
    page("<slug:slug>/manual", Manual, name="expo-manual"),
    page("<slug:slug>/manual/<str:id>", ManualPage, name="expo-manual-page"),
    page("<slug:slug>/imports", Imports, name="expo-imports"),
    page("<slug:slug>/imports/sources", ImportSources, name="expo-import-sources"),
    page("<slug:slug>/booth-codes.pdf", BoothCodes, name="expo-booth-codes"),
    page("<slug:slug>/imports/<str:id>", ImportList, name="expo-imports-list"),
    page("<slug:slug>/visitors", Visitors, name="expo-visitors"),
    page("<slug:slug>/seminars", Seminars, name="expo-seminars"),
    page("<slug:slug>/seminars/<str:id>", SeminarsSeminar, name="expo-seminars-seminar"),
    page("<slug:slug>/door", Door, name="expo-door"),
    page("<slug:slug>/door/list", DoorList, name="expo-door-list"),
    path("<slug:slug>/door/manifest.webmanifest", manifest, name="expo-door-manifest"),
    path("<slug:slug>/door/worker.js", worker, name="expo-door-worker"),
]
