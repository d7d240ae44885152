"""The orders in which lists of products are read, found in an index at any number of products."""

from django.db import migrations, models

from marketplace.concurrent_index import AddIndexBesideTraffic


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0018_movements_and_prices_in_parts_by_month")]
    operations = [
        AddIndexBesideTraffic("product", models.Index(fields=["-created_at", "-id"], name="product_newest")),
        AddIndexBesideTraffic(
            "product", models.Index(fields=["category", "-created_at", "-id"], name="product_newest_in_category")
        ),
        AddIndexBesideTraffic("product", models.Index(fields=["name", "id"], name="product_by_name")),
        AddIndexBesideTraffic("product", models.Index(fields=["updated_at", "id"], name="product_by_change")),
    ]
