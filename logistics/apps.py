from django.apps import AppConfig


class LogisticsConfig(AppConfig):
    name = "logistics"
    label = "logistics"

    def ready(self) -> None:
        from logistics.zones.translated_texts import declare

        declare()
