from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    label = "catalog"

    def ready(self) -> None:
        from catalog.personal_data import register
        from catalog.traceability.recall.chain_parties import register as register_parties
        from catalog.translated_texts import declare

        declare()
        register()
        register_parties()
