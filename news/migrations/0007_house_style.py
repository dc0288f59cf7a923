"""The house style to begin with, and three beginnings for stories; all of it can be changed in the administration."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Title: the median of real headlines is 81 characters, and phones show 70 in two lines.
RULES = [
    ("title_length", 70, "Judul yang pendek terbaca utuh di ponsel dan di WhatsApp."),
    ("title_words", 14, "Satu pokok, satu kalimat."),
    ("title_capitals", None, "Huruf besar semua sulit dibaca dan terkesan berteriak."),
    ("lead_missing", None, "Teras adalah satu atau dua kalimat yang merangkum seluruh berita."),
    ("lead_length", 250, "Teras yang panjang tidak dibaca sampai selesai."),
    ("body_words", 150, "Berita yang lengkap menjawab apa, siapa, kapan, di mana, mengapa, dan bagaimana."),
    ("photo", None, "Keterangan menyebut siapa, apa, dan di mana; deskripsi untuk pembaca yang tidak dapat melihatnya."),
    ("photo_name", None, "Nama berkas bukan keterangan foto."),
    ("programme", None, "Program prioritas direkap setiap tahun."),
    ("quote_source", None, "Pembaca perlu tahu siapa yang berbicara."),
]
TEMPLATES = [
    ("Agenda", "[Nama kegiatan] digelar [hari, tanggal]", "Kegiatan terbuka untuk [siapa], bertempat di [tempat].",
     "[Nama kegiatan] akan digelar pada [hari, tanggal] pukul [jam] di [tempat].\n\n- Peserta: [siapa]\n"
     "- Cara mendaftar: [cara]\n- Narahubung: [jabatan]"),
    ("Pengumuman", "Pengumuman: [pokok pengumuman]", "[Siapa] perlu [melakukan apa] paling lambat [tanggal].",
     "[Isi pengumuman dalam dua kalimat.]\n\n## Syarat\n\n- [syarat]\n\n## Cara\n\n1. [langkah pertama]\n2. [langkah kedua]"),
    ("Berita kegiatan", "[Siapa] [melakukan apa], [hasilnya]", "[Apa yang berubah bagi warga, dalam satu kalimat.]",
     "[Siapa melakukan apa, kapan, di mana.]\n\n\"[Kutipan],\" kata [jabatan dan nama].\n\n"
     "[Bagaimana prosesnya, berapa jumlahnya.]\n\n[Apa yang akan dilakukan sesudah ini.]"),
]  # fmt: skip


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rule, template = apps.get_model("news", "StyleRule"), apps.get_model("news", "StoryTemplate")
    for of, limit, why in RULES:
        rule.objects.get_or_create(of=of, defaults={"limit": limit, "why": why})
    for order, (name, title, lead, body) in enumerate(TEMPLATES, 1):
        template.objects.get_or_create(name=name, defaults={"title": title, "lead": lead, "body": body, "order": order})


class Migration(migrations.Migration):
    dependencies = [("news", "0006_desk")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
