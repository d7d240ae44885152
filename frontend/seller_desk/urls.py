"""The pages of the seller's desk, below ``/<language>/seller/``."""

from django.urls.resolvers import URLPattern

pages: list[URLPattern] = []
