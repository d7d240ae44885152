"""The telephone page, below ``/<language>/``."""

from django.urls import URLPattern, path

from frontend.page import page
from frontend.trace_entry.choices import TraceEntryChoices
from frontend.trace_entry.doors import manifest, worker
from frontend.trace_entry.entry import TraceEntry

pages: list[URLPattern] = [
    page("trace-entry", TraceEntry, name="trace-entry"),
    page("trace-entry/choices", TraceEntryChoices, name="trace-entry-choices"),
    path("trace-entry/manifest.webmanifest", manifest, name="trace-entry-manifest"),
    path("trace-entry/worker.js", worker, name="trace-entry-worker"),
]
