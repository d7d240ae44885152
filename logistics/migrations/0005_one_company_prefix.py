"""Prefixes that parcels were numbered with become the sellers' one company prefix, of goods and parcels alike."""

from django.db import migrations


def adopt(apps, schema_editor):
    prefixes = apps.get_model("catalog", "CompanyPrefix")
    in_use = apps.get_model("logistics", "SsccRange").objects.filter(ended_at__isnull=True, is_internal=False)
    for row in in_use:
        if not prefixes.objects.filter(seller_id=row.seller_id).exists():
            prefixes.objects.create(seller_id=row.seller_id, prefix=row.prefix)


class Migration(migrations.Migration):
    dependencies = [("logistics", "0004_shipments_on_their_way"), ("catalog", "0016_events_refuse_again")]
    operations = [migrations.RunPython(adopt, migrations.RunPython.noop)]
