"""Charts drawn on the server as SVG: what a page hands to ``ui.chart``.

``bars`` draws columns of one series or of several on top of each other, ``line`` lines. Both answer a ``Chart``: the
same figures once for wide windows and once for narrow ones, of which the style sheet shows one. A chart is never alone:
``ui.chart`` sets the table of its figures behind it, for who reads by ear, by keyboard or to the last digit.
"""
