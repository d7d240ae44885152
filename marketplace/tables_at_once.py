"""A migration's operation that creates the tables of an app together.

Django makes its picture of all models anew after every single operation; for two hundred tables that relate to each
other this takes longer than anything else a fresh database needs. Here the picture is made once an app.
"""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import CreateModel
from django.db.migrations.state import ProjectState
from django.db.models import Model


class TablesAtOnce(Operation):
    """What ``operations`` say of models, their later fields, indexes and constraints included, in one step.

    Only for operations that create: ``CreateModel`` and what is added to those same models.
    """

    reduces_to_sql = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # otherwise every operation would make the picture anew
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in self._models(app_label, to_state):
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in reversed(self._models(app_label, from_state)):
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)

    def describe(self) -> str:
        return "Create the tables"

    def _models(self, app_label: str, state: ProjectState) -> list[type[Model]]:
        created = [operation for operation in self.operations if isinstance(operation, CreateModel)]
        return [state.apps.get_model(app_label, operation.name) for operation in created]
