"""The pages of the expo desk, below ``/<language>/expo-desk/``."""

from django.urls.resolvers import URLPattern

from frontend.expo_desk.exhibitor import Exhibitor
from frontend.expo_desk.exhibitors import Exhibitors
from frontend.expo_desk.fair import Fair
from frontend.expo_desk.home import Home
from frontend.expo_desk.import_list import ImportList
from frontend.expo_desk.imports import Imports
from frontend.expo_desk.new_exhibitor import NewExhibitor
from frontend.expo_desk.texts import Texts
from frontend.page import page

pages: list[URLPattern] = [
    page("", Home, name="expo-home"),
    page("<slug:slug>", Fair, name="expo-fair"),
    page("<slug:slug>/texts", Texts, name="expo-texts"),
    page("<slug:slug>/exhibitors", Exhibitors, name="expo-exhibitors"),
    page("<slug:slug>/exhibitors/new", NewExhibitor, name="expo-exhibitors-new"),
    page("<slug:slug>/exhibitors/<str:id>", Exhibitor, name="expo-exhibitors-exhibitor"),
    page("<slug:slug>/imports", Imports, name="expo-imports"),
    page("<slug:slug>/imports/<str:id>", ImportList, name="expo-imports-list"),
]
