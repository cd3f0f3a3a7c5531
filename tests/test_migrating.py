# SPDX-License-Identifier: EUPL-1.2
"""The templates' own way to migrate makes what Django's makes."""

from django.db.migrations.loader import MigrationLoader

from tests.migrating import copied


def test_a_copied_field_is_the_one_that_django_would_build():
    """Proves of each field as the migrations leave it: kind, arguments and place among the columns."""
    models = MigrationLoader(None).project_state().models.values()
    fields = [field for model in models for field in model.fields.values()]
    assert len(fields) > 1000
    for field in fields:
        built, taken = field.clone(), copied(field)
        assert type(taken) is type(built)
        assert taken.deconstruct() == built.deconstruct()
        assert taken.auto_created == built.auto_created
        assert (taken.name, taken.remote_field is None) == (None, built.remote_field is None)
        assert taken.auto_created or taken.creation_counter == built.creation_counter + 1
        assert set(vars(taken)) - {"remote_field"} <= {*vars(built), *vars(field)} and taken is not field
