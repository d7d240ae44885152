"""The texts of the catalogue that can be translated, declared to `i18n.subjects` when the application starts."""

from collections.abc import Sequence

from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import SUBJECT as ATTRIBUTE
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.attribute_value import SUBJECT as ATTRIBUTE_VALUE
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.category import SUBJECT as CATEGORY
from catalog.products.category import Category
from catalog.products.changed import products_changed
from catalog.products.collections.collection import SUBJECT as COLLECTION
from catalog.products.collections.collection import Collection
from catalog.products.description import sanitised
from catalog.products.fields import one_line
from catalog.products.media import ProductMedia
from catalog.products.pictures import SUBJECT as PICTURE
from catalog.products.product import Product
from catalog.products.product_type import SUBJECT as PRODUCT_TYPE
from catalog.products.product_type import ProductType
from catalog.products.translate import SUBJECT as PRODUCT
from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep
from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from marketplace.accounts.permissions import Permission

NAME = _("Name")
DESCRIPTION = _("Description")


def lines(text: str) -> str:
    """Printable characters and line breaks, without outer blanks."""
    return "".join(c for c in text.replace("\r\n", "\n") if c.isprintable() or c == "\n").strip()


def _name(longest: int, label: str = NAME, name: str = "name") -> TextField:
    return TextField(name, label, longest, Markup.LINE, one_line)


def _of_pictures(keys: Sequence[str]) -> None:
    products_changed(set(ProductMedia.objects.filter(pk__in=keys).values_list("product_id", flat=True)))


def _of_answers(model: type[ProductAttributeValue] | type[VariantAttributeValue], path: str) -> Subject:
    def changed(keys: Sequence[str]) -> None:
        products_changed(set(model._default_manager.filter(pk__in=keys).values_list(f"{path}_id", flat=True)))

    return Subject(
        kind=f"catalog.{model.__name__}",
        label=_("Answer to an attribute"),
        rows=lambda: model._default_manager.exclude(text="").filter(**{f"{path}__archived_at__isnull": True}),
        fields=(TextField("text", _("Text"), 10_000, Markup.HTML, sanitised_answer),),
        owner=f"{path}__seller_id",
        source_language=f"{path}__source_language",
        parent=f"{path}_id",
        names=(f"{path}__name", "attribute__name"),
        changed=changed,
    )


def sanitised_answer(text: str) -> str:
    """An answer in one line stays plain; one with markup is cut down to harmless tags."""
    return sanitised(text) if "<" in text else one_line(text)


SUBJECTS = (
    Subject(
        kind=PRODUCT,
        label=_("Product"),
        rows=lambda: Product.objects.current(),
        fields=(
            _name(250),
            TextField("description", DESCRIPTION, 20_000, Markup.HTML, sanitised),
            _name(250, _("Material"), "material"),
            TextField("warnings", _("Warnings and safety information"), 5000, Markup.LINES, lines),
        ),
        owner="seller_id",
        source_language="source_language",
        parent="pk",
        names=("name",),
        changed=lambda keys: products_changed({int(key) for key in keys}),
    ),
    _of_answers(ProductAttributeValue, "product"),
    _of_answers(VariantAttributeValue, "variant__product"),
    Subject(
        kind=PICTURE,
        label=_("Picture"),
        rows=lambda: ProductMedia.objects.filter(product__archived_at__isnull=True),
        fields=(_name(250, _("What the picture shows"), "alt"),),
        owner="product__seller_id",
        source_language="product__source_language",
        parent="product_id",
        names=("product__name",),
        changed=_of_pictures,
    ),
    Subject(
        kind=Lot.SUBJECT,
        label=_("Lot"),
        rows=lambda: Lot.objects.all(),
        fields=(TextField("note", _("Note for buyers"), 2000, Markup.LINES, lines),),
        owner="seller_id",
        source_language="source_language",
        names=("number",),
    ),
    Subject(
        kind=TraceStep.SUBJECT,
        label=_("Step of a lot"),
        rows=lambda: TraceStep.objects.standing(),
        fields=(
            _name(200, _("Title"), "title"),
            TextField("detail", _("Detail"), 2000, Markup.LINES, lines),
        ),
        owner="lot__seller_id",
        source_language="source_language",
        names=("lot__number", "title"),
    ),
    Subject(
        kind=CATEGORY,
        label=_("Category"),
        rows=lambda: Category.objects.all(),
        fields=(_name(200), TextField("description", DESCRIPTION, 2000, Markup.LINES, lines)),
        written_in="en",
        role=Permission.PRODUCTS_APPROVE,
        names=("name",),
    ),
    Subject(
        kind=COLLECTION,
        label=_("Collection"),
        rows=lambda: Collection.objects.all(),
        fields=(_name(200), TextField("description", DESCRIPTION, 5000, Markup.HTML, sanitised)),
        written_in="en",
        role=Permission.PRODUCTS_APPROVE,
        names=("name",),
    ),
    Subject(
        kind=PRODUCT_TYPE,
        label=_("Product type"),
        rows=lambda: ProductType.objects.all(),
        fields=(_name(200),),
        written_in="en",
        role=Permission.PRODUCTS_APPROVE,
        names=("name",),
    ),
    Subject(
        kind=ATTRIBUTE,
        label=_("Attribute"),
        rows=lambda: Attribute.objects.all(),
        fields=(_name(200), TextField("description", DESCRIPTION, 500, Markup.LINES, lines)),
        written_in="en",
        role=Permission.PRODUCTS_APPROVE,
        names=("name",),
    ),
    Subject(
        kind=ATTRIBUTE_VALUE,
        label=_("Attribute value"),
        rows=lambda: AttributeValue.objects.all(),
        fields=(_name(200),),
        written_in="en",
        role=Permission.PRODUCTS_APPROVE,
        names=("attribute__name", "name"),
    ),
)


def declare() -> None:
    for subject in SUBJECTS:
        register_subject(subject)
