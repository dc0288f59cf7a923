"""The yearly tally, under /admin/rekap/."""

from django.urls import path

from news import converters  # noqa: F401 - registers them
from news.rekap import closing, goal_views, overview, pack_views, rules, sample, views

app_name = "rekap"
urlpatterns = [
    path("", views.index, name="index"),
    path("<year:year>/", views.year, name="year"),
    path("<year:year>/berita/", views.articles, name="articles"),
    path("<year:year>/mutu/", views.quality, name="quality"),
    path("<year:year>/nilai/", sample.sample, name="sample"),
    path("<year:year>/selisih/", views.compare, name="compare"),
    path("aturan/", rules.rules, name="rules"),
    path("aturan/<id:pk>/", rules.rule, name="rule"),
    path("aturan/<id:pk>/simulasi/<year:year>/", rules.simulate, name="simulate"),
    path("aturan/<id:pk>/simulasi/<year:year>/berita/", rules.simulated, name="simulated"),
    path("tinjau-ulang/", rules.looks, name="looks"),
    path("tinjau-ulang/<id:pk>/", rules.answer, name="answer"),
    path("<year:year>/target/", goal_views.targets, name="targets"),
    path("<year:year>/target/<id:pk>/", goal_views.target, name="target"),
    path("<year:year>/piket/", goal_views.roster, name="roster"),
    path("<year:year>/piket/hari/", goal_views.duty, name="duty"),
    path("<year:year>/piket/<id:pk>/", goal_views.roster_day, name="roster_day"),
    path("<year:year>/pembinaan/", goal_views.coaching, name="coaching"),
    path("<year:year>/pembinaan/<id:pk>/", goal_views.coach, name="coach"),
    path("<year:year>/kebutuhan/", goal_views.needs, name="needs"),
    path("<year:year>/publikasi/", goal_views.publication_register, name="publications"),
    path("<year:year>/publikasi/daftar/", goal_views.publication_list, name="publication_list"),
    path("semua/", overview.years, name="years"),
    path("<year:year>/sebaran/", overview.spread, name="spread"),
    path("<year:year>/penulis/", overview.writers, name="writers"),
    path("<year:year>/penulis/bukti/", overview.writer, name="writer"),
    path("<year:year>/data/", overview.quota, name="quota"),
    path("radar/", overview.radar, name="radar"),
    path("<year:year>/rekap.csv", views.as_csv, name="csv"),
    path("<year:year>/rekap.xlsx", pack_views.xlsx, name="xlsx"),
    path("<year:year>/cetak/", pack_views.printed, name="print"),
    path("<year:year>/rapor/<path:code>/", pack_views.report_card, name="report_card"),
    path("<year:year>/piagam/", pack_views.certificates, name="certificates"),
    path("<year:year>/formulir/", pack_views.recap_forms, name="forms"),
    path("<year:year>/layar/", pack_views.slides, name="slides"),
    path("paket/", pack_views.packs, name="packs"),
    path("paket/<id:pk>/", pack_views.pack, name="pack"),
    path("paket/<id:pk>/unduh/", pack_views.pack_file, name="pack_file"),
    path("<year:year>/tutup/", closing.close, name="close"),
    path("tutup-buku/<id:pk>/", closing.minutes, name="closing"),
    path("tutup-buku/<id:pk>/berita-acara.xlsx", closing.workbook, name="minutes_xlsx"),
    path("tutup-buku/<id:pk>/kanonik.txt", closing.canonical, name="canonical"),
]
