"""The tree of categories that buyers browse, named in all languages."""

from catalog.products.category import Category
from i18n.translate import set_translation
from marketplace.demo.world import read

SUBJECT = "catalog.Category"


def create_categories() -> dict[str, Category]:
    """Every category by its path, such as ``furniture/tables``."""
    made: dict[str, Category] = {}
    for position, entry in enumerate(read("categories.toml")["categories"]):
        parent_path, _, slug = entry["path"].rpartition("/")
        names = dict(entry["names"])
        category = Category.objects.create(
            slug=slug, name=names.pop("en"), parent=made.get(parent_path), sort_order=position
        )
        for language, name in names.items():
            set_translation(subject=SUBJECT, object_id=category.pk, language=language, texts={"name": name})
        made[entry["path"]] = category
    return made
