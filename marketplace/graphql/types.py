"""graphene's types with access declared: ``Meta.access`` for a whole type, ``Field(access=...)`` for one field."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

import graphene
from django.db import models
from graphene.types.objecttype import ObjectTypeMeta, ObjectTypeOptions
from graphene_django import DjangoObjectType
from graphene_django.types import DjangoObjectTypeOptions
from graphene_django.utils import get_model_fields

from marketplace.graphql.access import Rule
from marketplace.graphql.batching import batch
from marketplace.graphql.ids import to_global_id

Argument = graphene.Argument
Boolean = graphene.Boolean
Enum = graphene.Enum
Float = graphene.Float
ID = graphene.ID
InputField = graphene.InputField
InputObjectType = graphene.InputObjectType
Int = graphene.Int
Interface = graphene.Interface
List = graphene.List
NonNull = graphene.NonNull
String = graphene.String
Union = graphene.Union


class Field(graphene.Field):
    """graphene's Field with a rule of ``access`` of its own and a declared ``cost``.

    ``cost`` is what one value costs before its selection is counted (0 for a plain value, 1 for an object);
    ``size`` is how many elements a list without ``first``, ``last`` or ``limit`` is counted as.
    """

    own_access_only = False
    """Whether the type's rule does not reach this field."""
    around: Any = None
    """What the engine calls around the whole field, see ``engine/protocol.py``."""

    def __init__(
        self,
        type_: Any,
        *args: Any,
        access: Rule | None = None,
        cost: int | None = None,
        size: int | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(type_, *args, **extra)
        self.access = access
        self.cost = cost
        self.size = size


class LeanMeta(ObjectTypeMeta):
    """graphene writes the methods of a dataclass for each object type: 15 MB for 1,800 types, few of which are ever
    instantiated."""

    def __new__(cls, name_: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> Any:
        return super(ObjectTypeMeta, cls).__new__(cls, name_, bases, namespace, **options)


class ObjectType(graphene.ObjectType, metaclass=LeanMeta):
    """An object. ``Meta.access`` is the rule for all its fields.

    A declared ``id = ID(required=True)`` without a resolver answers the global id: the type's name with the row's
    ``pk``, or with the attribute that ``Meta.id_from`` names.
    """

    class Meta:
        abstract = True

    def __init__(self, **values: Any) -> None:
        """With values for some of its fields, by name; the others are null."""
        fields = self._meta.fields
        if unknown := values.keys() - fields.keys():
            raise TypeError(f"{self._meta.name} has no {', '.join(sorted(unknown))}")
        self.__dict__.update(dict.fromkeys(fields), **values)

    @classmethod
    def __init_subclass_with_meta__(
        cls, *, access: Rule | None = None, id_from: str = "pk", _meta: Any = None, **options: Any
    ) -> None:
        _meta = _meta or ObjectTypeOptions(cls)
        _meta.access = access
        super().__init_subclass_with_meta__(_meta=_meta, **options)
        if "id" in cls._meta.fields and getattr(cls, "resolve_id", None) is None:
            cls.resolve_id = staticmethod(_id_resolver(cls._meta.name, id_from))


class ModelType(DjangoObjectType, metaclass=LeanMeta):
    """The plain columns of a Django model, named one by one in ``Meta.fields``.

    A relation is never exposed by itself: declare it with `related` or `related_list`, so that it is batched and has
    a rule of its own.
    """

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        model: type[models.Model] | None = None,
        fields: Sequence[str] | None = None,
        access: Rule | None = None,
        id_from: str = "pk",
        _meta: Any = None,
        **options: Any,
    ) -> None:
        if model is None or not isinstance(fields, list | tuple):
            raise TypeError(f"{cls.__name__}.Meta needs model and a tuple of fields")
        _refuse_relations(cls.__name__, model, fields)
        _meta = _meta or DjangoObjectTypeOptions(cls)
        _meta.access = access
        super().__init_subclass_with_meta__(
            model=model,
            fields=[name for name in fields if name != "id"],
            skip_registry=True,
            convert_choices_to_enum=False,
            _meta=_meta,
            **options,
        )
        if "id" in fields:
            cls._meta.fields.setdefault("id", Field(ID, required=True))
        if "resolve_id" not in vars(cls):
            cls.resolve_id = staticmethod(_id_resolver(cls._meta.name, id_from))


def _refuse_relations(name: str, model: type[models.Model], fields: Iterable[str]) -> None:
    columns = {
        column: field
        for column, field in get_model_fields(model)
        if isinstance(field, models.Field) and not field.is_relation
    }
    unknown = [field for field in fields if field != "id" and field not in columns]
    if unknown:
        raise TypeError(f"{name}.Meta.fields: {', '.join(unknown)} is no plain column of {model.__name__}")


def _id_resolver(type_name: str, attribute: str) -> Callable[..., Any]:
    def resolve_ids(rows: list[Any], _info: Any) -> list[str]:
        return [to_global_id(type_name, key) for key in _keys(rows, attribute)]

    return batch(resolve_ids)


def _keys(rows: list[Any], attribute: str) -> Iterable[Any]:
    kinds = set(map(type, rows))
    kind = kinds.pop() if len(kinds) == 1 else None
    if attribute == "pk" and kind is not None and issubclass(kind, models.Model):  # asked without Django's detour
        return map(attrgetter(kind._meta.pk.attname), rows)
    return [_key(row, attribute) for row in rows]


def _key(row: Any, attribute: str) -> Any:
    """The row's key; values and dicts that are no model rows call it ``id``."""
    if isinstance(row, dict):
        return row[attribute] if attribute in row else row["id"]
    return getattr(row, attribute) if hasattr(row, attribute) else row.id
