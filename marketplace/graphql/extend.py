"""Fields that a package adds to a type of a package below it, as ``extend type`` does in the schema language.

``User`` stands below orders and cannot name them; orders say ``extend(User, OrdersOfUser)`` and the API has
``User.orders``. It has to be said before the schema is made, in the module that assembles the package's part of it.
"""

from marketplace.graphql.types import Field, ObjectType


def extend(extended: type[ObjectType], addition: type[ObjectType]) -> None:
    """Every field of ``addition`` becomes one of ``extended``, with its resolver and its rule of access.

    Raises `ValueError` for a field that the type has already.
    """
    fields = extended._meta.fields
    for name, field in addition._meta.fields.items():
        if fields.get(name) is field:
            continue
        if name in fields:
            raise ValueError(f"{extended.__name__} has a field {name} already")
        if isinstance(field, Field) and field.access is None:
            field.access = addition._meta.access
        fields[name] = field
        resolver = f"resolve_{name}"
        if hasattr(addition, resolver):
            setattr(extended, resolver, vars(addition)[resolver])
