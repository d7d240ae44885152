"""What counts how much in the order of results: the same for every engine, and told to everybody.

The page "How results are ranked" reads these figures through the API (`searchRanking`), so that what is disclosed is
what is done: Law on E-Commerce 122/2025/QH15, article 17; Decree 248/2026/NĐ-CP, article 11.
"""

NAME, DETAILS, DESCRIPTION = 3.0, 2.0, 1.0
"""A word in the product's name; in its material, properties, category or seller's name; in its description."""
PARTS = (("name", NAME), ("extra", DETAILS), ("body", DESCRIPTION))
"""By what the engines call the fields."""

OWN_LANGUAGE, FALLBACK_LANGUAGE, OTHER_LANGUAGE = 4.0, 1.0, 0.7
"""A text in the reader's language; in one the reader falls back to; in any other."""

SYNONYM = 0.7
"""A word of the same meaning, against the word that was typed."""

CODE, WHOLE_NAME, EXACT_MARKS, TOGETHER = 200.0, 60.0, 8.0, 4.0
"""Added: for an article number, bar code or tariff code; for the whole name; for exactly the typed marks in the name;
for words that stand together in it."""

PAID_PLACEMENT = False
"""There is none. Were there ever any, the law asks for a label on each such place."""
