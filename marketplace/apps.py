from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """The roof of the house: the commands of ``python -m marketplace``."""

    name = "marketplace"
    label = "marketplace"

    def ready(self) -> None:
        from marketplace import kept_answers, letter_samples, subscriptions  # models are loaded only now
        from marketplace.content import translated_texts
        from marketplace.gauges import readings
        from marketplace.known_operations import known_operations
        from marketplace.observability import operations
        from marketplace.unsafe_settings import refuse_unsafe

        refuse_unsafe()
        translated_texts.declare()
        subscriptions.connect()
        letter_samples.connect()
        kept_answers.connect()
        readings.connect()
        operations.know(known_operations)
