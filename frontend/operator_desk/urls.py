"""The pages of the operator's desk, below ``/<language>/operator/``."""

from django.urls.resolvers import URLPattern

from frontend.operator_desk.home import Home
from frontend.operator_desk.order import Order
from frontend.operator_desk.orders import Orders
from frontend.operator_desk.product import Product
from frontend.operator_desk.products import Products
from frontend.operator_desk.seller import Seller
from frontend.operator_desk.sellers import Sellers
from frontend.page import page

pages: list[URLPattern] = [
    page("", Home, name="operator-home"),
    page("sellers", Sellers, name="operator-sellers"),
    page("sellers/<str:id>", Seller, name="operator-sellers-seller"),
    page("products", Products, name="operator-products"),
    page("products/<str:id>", Product, name="operator-products-product"),
    page("orders", Orders, name="operator-orders"),
    page("orders/<str:id>", Order, name="operator-orders-order"),
]
