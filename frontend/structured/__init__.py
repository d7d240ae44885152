"""What a page says to machines: schema.org in JSON-LD.

Only what the page itself shows, and only what is true: what isn't known is left out. The layout writes each as a block
of data, which no content security policy takes for a script, with ``<``, ``>``, ``&`` and ``'`` escaped.
"""
