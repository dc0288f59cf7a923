"""Sign-in and account pages: allauth's own, without those that a closed portal has no use for."""

from allauth.account import views
from django.urls import include, path

urlpatterns = [
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("daftar/", views.signup, name="account_signup"),
    path("nonaktif/", views.account_inactive, name="account_inactive"),
    path("ulangi-masuk/", views.reauthenticate, name="account_reauthenticate"),
    path("sandi/", views.password_change, name="account_change_password"),
    path("sandi/buat/", views.password_set, name="account_set_password"),
    path("sandi/lupa/", views.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "sandi/lupa/<str:uidb36>-<str:key>/",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sandi/lupa/selesai/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("surel/", views.email, name="account_email"),
    path("surel/konfirmasi/", views.email_verification_sent, name="account_email_verification_sent"),
    path("surel/konfirmasi/<str:key>/", views.confirm_email, name="account_confirm_email"),
    path("keamanan/", include("allauth.mfa.urls")),
]
