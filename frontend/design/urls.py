"""The design system, below ``/<language>/design``: linked from the README, not from the menus."""

from django.urls.resolvers import URLPattern

from frontend.design.basics import Basics
from frontend.design.design import Design
from frontend.design.fairs import Fairs
from frontend.design.figures import FiguresPage
from frontend.design.goods import Goods
from frontend.design.trade import Trade
from frontend.page import page

pages: list[URLPattern] = [
    page("design", Design, name="design"),
    page("design/basics", Basics, name="design-basics"),
    page("design/goods", Goods, name="design-goods"),
    page("design/trade", Trade, name="design-trade"),
    page("design/fairs", Fairs, name="design-fairs"),
    page("design/figures", FiguresPage, name="design-figures"),
]
