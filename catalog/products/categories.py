"""Create, change, move and delete categories: a tree of at most eight levels, without cycles."""

from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import F, Max

from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.category_attribute import CategoryAttribute
from catalog.products.category import MOST_LEVELS, SUBJECT, Category
from catalog.products.category_tree import below
from catalog.products.changed import products_changed
from catalog.products.free_slug import free_slug
from catalog.products.product import Product
from catalog.products.structure_fields import named, reference_problems, text_problems
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations

MOST_SUGGESTED = 60


class CategoryFields(TypedDict, total=False):
    name: str
    slug: str
    description: str
    parent: Category | None
    sort_order: int
    external_reference: str | None


def create_category(**fields: Unpack[CategoryFields]) -> Category:
    """A category without children, below ``parent`` or as a root. Raises `Refused`."""
    clean = _checked(fields, Category.objects.all())
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    slug = free_slug(Category.objects.all(), clean["name"], fields.get("slug", ""))
    with transaction.atomic():
        _lock_tree()
        if clean.get("parent"):
            clean["parent"].refresh_from_db(fields=["level"])
            _refuse_depth(clean["parent"].level + 1)
        return Category.objects.create(slug=slug, **clean)


def update_category(*, category: Category, **fields: Unpack[CategoryFields]) -> Category:
    """Change the fields given; another ``parent`` moves the category with everything below it. Raises `Refused`."""
    others = Category.objects.exclude(pk=category.pk)
    clean = _checked(fields, others)
    if fields.get("slug") and fields["slug"] != category.slug:
        clean["slug"] = free_slug(others, category.name, fields["slug"])
    with transaction.atomic():
        changed = {name for name, value in clean.items() if getattr(category, name) != value}
        if "parent" in changed:
            _move(category, clean["parent"])
        for name in changed:
            setattr(category, name, clean[name])
        if changed:
            category.save(update_fields=[*changed, "level"])
            products_changed(products_below(category.pk))
    return category


def delete_category(*, category: Category) -> None:
    """Refused while something is below it or in it: nothing may lose its place without anybody noticing."""
    with transaction.atomic():
        _lock_tree()
        if category.children.exists():
            raise Refused(Problem("id", "INVALID", _("Delete or move the categories below it first.")))
        products = Product.objects.current().filter(category=category).count()
        if products:
            message = _("Its %(count)s products need another category first.")
            raise Refused(Problem("id", "INVALID", message, {"count": products}))
        remove_translations(subject=SUBJECT, object_ids=[category.pk])
        Category.objects.filter(pk=category.pk).delete()


def suggest_attributes(*, category: Category, attributes: Sequence[Attribute]) -> None:
    """Make these the category's own list, in this order; an empty one lets it take the list above. Raises `Refused`."""
    if len(attributes) > MOST_SUGGESTED or len(set(attributes)) != len(attributes):
        message = _("Name each attribute once, at most %(most)s.")
        raise Refused(Problem("attributes", "INVALID", message, {"most": MOST_SUGGESTED}))
    with transaction.atomic():
        Category.objects.select_for_update().get(pk=category.pk)
        category.category_attributes.exclude(attribute__in=attributes).delete()
        CategoryAttribute.objects.bulk_create(
            [CategoryAttribute(category=category, attribute=a, sort_order=i) for i, a in enumerate(attributes)],
            update_conflicts=True,
            unique_fields=["category", "attribute"],
            update_fields=["sort_order"],
        )


def products_below(*category_ids: int) -> list[int]:
    """The products of the categories and of everything below them."""
    return list(Product.objects.current().filter(category_id__in=below(category_ids)).values_list("pk", flat=True))


def _move(category: Category, parent: Category | None) -> None:
    _lock_tree()
    category.refresh_from_db(fields=["level"])
    subtree = Category.objects.filter(pk__in=below([category.pk]))
    if parent is not None:
        parent.refresh_from_db(fields=["level"])
        if subtree.filter(pk=parent.pk).exists():
            raise Refused(Problem("parent", "INVALID", _("A category can't be below itself.")))
    level = 0 if parent is None else parent.level + 1
    depth = (subtree.aggregate(deepest=Max("level"))["deepest"] or 0) - category.level
    _refuse_depth(level + depth)
    subtree.exclude(pk=category.pk).update(level=F("level") + (level - category.level))


def _refuse_depth(deepest: int) -> None:
    if deepest >= MOST_LEVELS:
        message = _("Categories have at most %(most)s levels.")
        raise Refused(Problem("parent", "INVALID", message, {"most": MOST_LEVELS}))


def _lock_tree() -> None:
    """Two moves at once could make a cycle that neither sees: whoever changes the tree's shape locks all roots."""
    list(Category.objects.select_for_update().filter(level=0).order_by("pk").values_list("pk"))


def _checked(fields: CategoryFields, others: Any) -> dict[str, Any]:
    clean: dict[str, Any] = {name: value for name, value in fields.items() if name != "slug"}
    named(clean)
    if "description" in clean:
        clean["description"] = clean["description"].strip()
    refuse_any(text_problems(Category, clean) + reference_problems(others, clean))
    return clean
