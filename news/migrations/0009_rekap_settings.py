"""The one row of the tally's settings, so that there is something to change and nothing to add."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("news", "RekapSettings").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("news", "0008_needs_once")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
