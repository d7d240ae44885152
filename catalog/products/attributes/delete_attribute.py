"""Delete an attribute, or one of its values, with everything that was said by it."""

from itertools import chain

from django.db import transaction

from catalog.products import media_files
from catalog.products.attributes import attribute_value
from catalog.products.attributes.affected import products_of_attribute, products_of_value
from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import SUBJECT, Attribute
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.attributes.write_answer import forget
from catalog.products.changed import products_changed
from i18n.translate import remove_translations


def delete_attribute(*, attribute: Attribute) -> None:
    """Nobody is asked any more, and every product's answer is gone."""
    with transaction.atomic():
        affected = products_of_attribute(attribute.pk)
        written = (
            model.objects.filter(attribute=attribute).exclude(text="", file="")
            for model in (ProductAttributeValue, VariantAttributeValue)
        )
        forget(chain.from_iterable(written))
        values = list(attribute.values.all())
        _forget_values(values)
        remove_translations(subject=SUBJECT, object_ids=[attribute.pk])
        Attribute.objects.filter(pk=attribute.pk).delete()
        products_changed(affected)


def delete_value(*, value: AttributeValue) -> None:
    """The value can't be picked any more, and products that had picked it no longer say it."""
    with transaction.atomic():
        affected = products_of_value(value.pk)
        _forget_values([value])
        AttributeValue.objects.filter(pk=value.pk).delete()
        products_changed(affected)


def _forget_values(values: list[AttributeValue]) -> None:
    remove_translations(subject=attribute_value.SUBJECT, object_ids=[value.pk for value in values])
    for value in values:
        if value.swatch_image:
            transaction.on_commit(lambda image=value.swatch_image: media_files.remove(image))  # type: ignore[misc]
