"""Categories by what people call them: address, English name, or the name in any other language."""

from catalog.products.category import Category
from i18n.text import fold
from i18n.translation import Translation

SUBJECT = "catalog.Category"


class CategoryNames:
    """Read once per import: two queries. A name that two categories share finds neither."""

    def __init__(self) -> None:
        by_id = Category.objects.in_bulk()
        self._found: dict[str, Category | None] = {category.slug: category for category in by_id.values()}
        for category in by_id.values():
            self._add(category.name, category)
        rows = Translation.objects.filter(subject=SUBJECT, field="name").values_list("object_id", "text")
        for object_id, text in rows:
            if int(object_id) in by_id:
                self._add(text, by_id[int(object_id)])

    def _add(self, name: str, category: Category) -> None:
        key = fold(name).strip()
        same = self._found.get(key, category)
        self._found[key] = category if same == category else None

    def find(self, text: str) -> Category | None:
        """The category; the last part counts in a path such as ``Đồ gỗ > Bàn``."""
        last = text.replace("/", ">").rpartition(">")[2]
        return self._found.get(fold(text).strip()) or self._found.get(fold(last).strip())
