"""Rows that are written once: nobody changes or removes them, not even by accident."""

from typing import Any, Never

from django.db import models


class AppendOnly(Exception):
    """Somebody tried to change or delete what stands for good; what was wrong is answered by another row."""

    def __init__(self, table: str) -> None:
        super().__init__(f"rows of {table} are never changed or deleted")
        self.table = table


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **values: Any) -> Never:
        raise AppendOnly(self.model._meta.db_table)

    def bulk_update(self, *args: Any, **options: Any) -> Never:
        raise AppendOnly(self.model._meta.db_table)

    def delete(self) -> Never:
        raise AppendOnly(self.model._meta.db_table)


AppendOnlyManager = models.Manager.from_queryset(AppendOnlyQuerySet)


class AppendOnlyModel(models.Model):
    objects = AppendOnlyManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(self._meta.db_table)
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Never:
        raise AppendOnly(self._meta.db_table)
