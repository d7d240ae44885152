from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "marketplace.indicators"
    label = "indicators"
