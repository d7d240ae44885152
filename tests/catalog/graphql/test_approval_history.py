"""Who decided on a product: sellers see their own people in its history, and not who of the staff it was."""

from catalog.products.review import approve_product, submit_product
from marketplace.graphql import to_global_id
from tests.cast import Cast
from tests.catalog.graphql.conftest import Ask
from tests.factories.catalog import make_media, make_product, make_variant

HISTORY = "query($id: ID!) { product(id: $id) { approvalHistory { approval by } } }"


def test_staff_are_named_to_staff_alone(ask: Ask, cast: Cast) -> None:
    product = make_product(seller=cast.woodworks.seller, approval="DRAFT")
    make_media(product)
    make_variant(product)
    submit_product(product=product, by=cast.woodworks.owner)
    approve_product(product=product, by=cast.operator)
    owner = f"{cast.woodworks.owner.last_name} {cast.woodworks.owner.first_name}"

    def names(by: object) -> list[str | None]:
        changes = ask(HISTORY, by=by, id=to_global_id("Product", product.pk))["product"]["approvalHistory"]
        return [change["by"] for change in changes][-2:]

    assert sorted(map(str, names(cast.woodworks.packer))) == sorted(["None", owner])
    assert sorted(map(str, names(cast.operator))) == sorted(["Điều Hành Minh", owner])
