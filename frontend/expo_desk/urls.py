"""The pages of the expo desk, below ``/<language>/expo-desk/``."""

from django.urls.resolvers import URLPattern

pages: list[URLPattern] = []
