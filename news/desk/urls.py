"""The desk: everything an officer does, at addresses that can be bookmarked."""

from django.urls import path

from news import converters  # noqa: F401 - registers them
from news.desk import figures, needs, notices, previews, publications, reviewing, verdicts, versions, views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("draf/", views.drafts, name="drafts"),
    path("terbit/", views.published, name="published"),
    path("tinjau/", reviewing.queue, name="review"),
    path("tinjau/mulai/", reviewing.begin, name="review_begin"),
    path("tinjau/selesai/", reviewing.end, name="review_end"),
    path("tinjau/terbitkan/", reviewing.several, name="review_several"),
    path("tinjau/<id:pk>/", reviewing.one, name="review_one"),
    path("angka/", figures.year, name="figures"),
    path("angka/<year:year>/<dd:month>/", figures.month, name="month"),
    path("kebutuhan/", needs.needs, name="needs"),
    path("kebutuhan/baru/", needs.add, name="need_add"),
    path("kebutuhan/<id:pk>/", needs.need, name="need"),
    path("publikasi/", publications.publications, name="publications"),
    path("publikasi/baru/", publications.add, name="publication_add"),
    path("publikasi/<id:pk>/", publications.publication, name="publication"),
    path("kabar/", notices.notice_list, name="notices"),
    path("kabar/dibaca/", notices.read_all, name="notices_read"),
    path("kabar/surel/", notices.mail, name="notice_mail"),
    path("tulis/", views.compose, name="compose"),
    path("<id:pk>/", views.article, name="article"),
    path("<id:pk>/pratinjau/", views.preview, name="preview"),
    path("<id:pk>/terhitung/", verdicts.counted, name="counted"),
    path("<id:pk>/tinjau-ulang/", verdicts.second_look, name="second_look"),
    path("<id:pk>/nilai/", verdicts.rate, name="rate"),
    path("<id:pk>/riwayat/", views.history, name="history"),
    path("<id:pk>/riwayat/<id:version>/", versions.version, name="version"),
    path("<id:pk>/hadir/", views.here, name="here"),
    path("<id:pk>/tautan/", previews.make, name="link_make"),
    path("<id:pk>/tautan/<id:link>/cabut/", previews.revoke, name="link_revoke"),
    path("<id:pk>/salin/", views.copy, name="copy"),
    path("<id:pk>/langkah/<slug:step>/", views.step, name="step"),
]
