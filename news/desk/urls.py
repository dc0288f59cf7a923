"""The desk: everything an officer does, at addresses that can be bookmarked."""

from django.urls import path

from news import converters  # noqa: F401 - registers them
from news.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("draf/", views.drafts, name="drafts"),
    path("terbit/", views.published, name="published"),
    path("tinjau/", views.review, name="review"),
    path("angka/", views.figures, name="figures"),
    path("tulis/", views.compose, name="compose"),
    path("<id:pk>/", views.article, name="article"),
    path("<id:pk>/pratinjau/", views.preview, name="preview"),
    path("<id:pk>/terhitung/", views.counted, name="counted"),
    path("<id:pk>/riwayat/", views.history, name="history"),
    path("<id:pk>/langkah/<slug:step>/", views.step, name="step"),
]
