"""The ministry's kinds of unit: rows like any other, which the regional team may change."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KINDS = [
    ("kanwil", "Kantor Wilayah"),
    ("bidang", "Bidang dan Pembimas Kanwil"),
    ("balai", "Balai dan UPT"),
    ("kankemenag", "Kantor Kemenag Kabupaten/Kota"),
    ("kua", "Kantor Urusan Agama"),
    ("man", "Madrasah Aliyah Negeri"),
    ("mtsn", "Madrasah Tsanawiyah Negeri"),
    ("min", "Madrasah Ibtidaiyah Negeri"),
    ("madrasah-swasta", "Madrasah Swasta"),
    ("pontren", "Pondok Pesantren"),
    ("lain", "Lainnya"),
]


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    kind = apps.get_model("satker", "Kind")
    for order, (code, name) in enumerate(KINDS, 1):
        kind.objects.get_or_create(code=code, defaults={"name": name, "order": order})


class Migration(migrations.Migration):
    dependencies = [("satker", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
