"""Sizes of shoes and clothes in the systems of the markets, from dated tables in ``i18n/data/sizes``."""
