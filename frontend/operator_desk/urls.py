"""The pages of the operator's desk, below ``/<language>/operator/``."""

from django.urls.resolvers import URLPattern

pages: list[URLPattern] = []
