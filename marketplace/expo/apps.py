from django.apps import AppConfig


class ExpoConfig(AppConfig):
    name = "marketplace.expo"
    label = "expo"

    def ready(self) -> None:
        from marketplace.expo.directory.personal_data import register as register_favorites
        from marketplace.expo.leads.personal_data import register as register_leads
        from marketplace.expo.merge.declared import declare as declare_moves
        from marketplace.expo.news.personal_data import register as register_news
        from marketplace.expo.news.translated import declare as declare_news
        from marketplace.expo.people.personal_data import register as register_people
        from marketplace.expo.translated_texts import declare
        from marketplace.expo.visitors.earlier_consents import register as register_earlier_consents
        from marketplace.expo.visitors.personal_data import register as register_visitors

        declare()
        declare_moves()
        declare_news()
        register_news()
        register_visitors()
        register_people()
        register_leads()
        register_favorites()
        register_earlier_consents()
