"""Sign-in and account pages: allauth's, without those that a closed portal has no use for."""

from allauth.account import views
from django.urls import include, path, re_path

from satker.accounts import views as own

urlpatterns = [
    path("", own.home, name="account_home"),
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("daftar/", views.signup, name="account_signup"),
    path("nonaktif/", views.account_inactive, name="account_inactive"),
    path("ulangi-masuk/", views.reauthenticate, name="account_reauthenticate"),
    path("sandi/", views.password_change, name="account_change_password"),
    path("sandi/buat/", views.password_set, name="account_set_password"),
    path("sandi/lupa/", own.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sandi/lupa/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)/$",  # the key has hyphens of its own
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sandi/lupa/selesai/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("surel/", own.email, name="account_email"),
    path("keamanan/totp/activate/", own.activate_totp, name="mfa_activate_totp"),  # before allauth's
    path("keamanan/", include("allauth.mfa.urls")),
]
