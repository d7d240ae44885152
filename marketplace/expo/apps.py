from django.apps import AppConfig


class ExpoConfig(AppConfig):
    name = "marketplace.expo"
    label = "expo"
