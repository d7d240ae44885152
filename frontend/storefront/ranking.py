"""How search results are ranked and which facts count, as buyers and sellers may know it.

The law asks for it: Law on E-Commerce 122/2025/QH15, article 17; Decree 248/2026/NĐ-CP, article 11. The figures are
those that the search counts with, asked for anew each time the page is shown.
"""

from frontend.page import Page


class Ranking(Page):
    """The figures come from the API; the rest is words."""
