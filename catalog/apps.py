from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    label = "catalog"

    def ready(self) -> None:
        from catalog.personal_data import register
        from catalog.translated_texts import declare

        declare()
        register()
