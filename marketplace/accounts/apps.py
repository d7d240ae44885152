from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "marketplace.accounts"
    label = "accounts"

    def ready(self) -> None:
        from marketplace.accounts.consents.personal_data import erase_consents, export_consents
        from marketplace.accounts.impersonation.personal_data import erase_impersonations, export_impersonations
        from marketplace.accounts.mail.forget import erase_letters, export_letters
        from marketplace.accounts.people.personal_data import erase_blocks, export_blocks
        from marketplace.accounts.privacy.erase import anonymise_account
        from marketplace.accounts.privacy.export import export_account
        from marketplace.accounts.privacy.registry import register_erasure, register_export

        register_export("accounts", export_account)
        register_erasure("accounts", anonymise_account)
        register_export("consents", export_consents)
        # Its name puts it first: afterwards there is nothing in force that the others would end.
        register_erasure("account_consents", erase_consents)
        register_export("letters", export_letters)
        register_erasure("letters", erase_letters)
        register_export("blocks", export_blocks)
        register_erasure("blocks", erase_blocks)
        register_export("impersonations", export_impersonations)
        register_erasure("impersonations", erase_impersonations)
