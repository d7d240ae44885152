from django.apps import AppConfig


class ExpoConfig(AppConfig):
    name = "marketplace.expo"
    label = "expo"

    def ready(self) -> None:
        from marketplace.expo.translated_texts import declare

        declare()
