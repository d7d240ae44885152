from django.db import migrations, models


class Migration(migrations.Migration):
    alters_no_column = True  # another choice
    dependencies = [("accounts", "0008_where_consents_are_taken_back")]
    operations = [
        migrations.AlterField(
            model_name="consentrecord",
            name="place",
            field=models.CharField(
                blank=True,
                choices=[
                    ("FAIR_REGISTRATION", "Fair Registration"),
                    ("FAIR_VISIT", "Fair Visit"),
                    ("FAIR_STAND", "Fair Stand"),
                    ("WARRANTY_FORM", "Warranty Form"),
                    ("FAKE_REPORT_FORM", "Fake Report Form"),
                    ("NOTICES", "Notices"),
                    ("ACCOUNT_DATA", "Account Data"),
                    ("ERASURE", "Erasure"),
                    ("CARRIED_OVER", "Carried Over"),
                ],
                max_length=17,
            ),
        ),
    ]
