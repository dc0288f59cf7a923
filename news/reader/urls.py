"""The public's addresses; they are permanent."""

from django.urls import path, register_converter

from news.reader import views


class YearConverter:
    regex = "(?:19|20)[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class TwoDigitConverter:
    regex = "[0-9]{1,2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


class IdConverter:
    """An article's number: at most what the database can hold."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(YearConverter, "year")
register_converter(TwoDigitConverter, "dd")
register_converter(IdConverter, "id")

app_name = "reader"
urlpatterns = [
    path("", views.home, name="home"),
    path("berita/", views.latest, name="latest"),
    path("berita/<id:pk>/", views.article, name="article_bare"),
    path("berita/<id:pk>/<slug:slug>/", views.article, name="article"),
    path("b/<slug:code>", views.receipt, name="receipt"),
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
