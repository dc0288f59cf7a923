"""The public's addresses; they are permanent."""

from django.urls import path

from news import converters  # noqa: F401 - registers them
from news.reader import beacon, previews, removals, views

app_name = "reader"
urlpatterns = [
    path("", views.home, name="home"),
    path("berita/", views.latest, name="latest"),
    path("berita/<id:pk>/", views.article, name="article_bare"),
    path("berita/<id:pk>/dibaca", beacon.read, name="read"),
    path("berita/<id:pk>/hapus-nama/", removals.ask, name="ask_removal"),
    path("berita/<id:pk>/<slug:slug>/", views.article, name="article"),
    path("b/<slug:code>", views.receipt, name="receipt"),
    path("pratinjau/<str:signed>/", previews.preview, name="preview"),
    path("satker/", views.directory, name="directory"),
    path("satker/<slug:slug>/", views.satker, name="satker"),
    path("kategori/<slug:slug>/", views.category, name="category"),
    path("program/", views.programmes, name="programmes"),
    path("program/<slug:slug>/", views.programme, name="programme"),
    path("topik/<slug:slug>/", views.tag, name="tag"),
    path("arsip/", views.archive, name="archive"),
    path("arsip/<year:year>/", views.archive_year, name="archive_year"),
    path("arsip/<year:year>/<dd:month>/", views.archive_month, name="archive_month"),
    path("arsip/<year:year>/<dd:month>/<dd:day>/", views.archive_day, name="archive_day"),
]
