"""The yearly tally, under /admin/rekap/."""

from django.urls import path

from news import converters  # noqa: F401 - registers them
from news.rekap import closing, views

app_name = "rekap"
urlpatterns = [
    path("", views.index, name="index"),
    path("<year:year>/", views.year, name="year"),
    path("<year:year>/berita/", views.articles, name="articles"),
    path("<year:year>/rekap.csv", views.as_csv, name="csv"),
    path("<year:year>/tutup/", closing.close, name="close"),
    path("tutup-buku/<id:pk>/", closing.minutes, name="closing"),
    path("tutup-buku/<id:pk>/kanonik.txt", closing.canonical, name="canonical"),
]
