"""Signing in, the limits on it, and the pages of an officer's own account."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from satker.access import Role
from satker.models import Officer
from tests import cast

PASSWORD = "kopi-susu-di-losari"
SIGN_IN = "/akun/masuk/"
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def humas(units: cast.Units) -> Officer:
    """An officer who knows a password and has an address."""
    officer = cast.officer("humas.parepare", Role.OFFICER, units.parepare, email="humas@parepare.test")
    officer.set_password(PASSWORD)
    officer.save()
    return officer


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The clock of the limits: `clock.now += 900` lets a quarter of an hour go by."""
    clock = SimpleNamespace(now=time.time())
    turned = SimpleNamespace(time=lambda: clock.now, monotonic=time.monotonic, sleep=time.sleep)
    monkeypatch.setattr("allauth.core.internal.ratelimit.time", turned)
    return clock


def sign_in(client: Client, login: str, password: str = PASSWORD, **more: Any) -> HttpResponse:
    return client.post(SIGN_IN, {"login": login, "password": password, **more.pop("data", {})}, **more)


def entered(client: Client) -> bool:
    return "_auth_user_id" in client.session


def refusals(response: HttpResponse) -> list[str]:
    return list(response.context["form"].non_field_errors())


# --- Signing in -----------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["humas.parepare", "Humas.PAREPARE", "humas@parepare.test", "Humas@Parepare.TEST"])
def test_name_and_address_open_the_account_in_any_case(humas: Officer, reader: Client, login: str) -> None:
    response = sign_in(reader, login)
    assert response.status_code == 302
    assert response["Location"] == reverse(settings.LOGIN_REDIRECT_URL)
    assert reader.session["_auth_user_id"] == str(humas.pk)


def test_a_wrong_password_is_answered_with_a_sentence(humas: Officer, reader: Client) -> None:
    response = sign_in(reader, "humas.parepare", "salah")
    assert refusals(response) == ["User name or password is wrong."]
    assert not entered(reader)


def test_an_unknown_name_is_answered_with_the_same_sentence(humas: Officer, reader: Client) -> None:
    assert refusals(sign_in(reader, "siapa", "salah")) == refusals(sign_in(reader, "humas.parepare", "salah"))


def test_the_session_key_changes_at_sign_in(humas: Officer, reader: Client) -> None:
    reader.get(SIGN_IN)
    session = reader.session
    session["before"] = True
    session.save()
    before = session.session_key
    reader.cookies[settings.SESSION_COOKIE_NAME] = before
    sign_in(reader, "humas.parepare")
    assert entered(reader)
    assert reader.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_closed_account_does_not_open(humas: Officer, reader: Client) -> None:
    Officer.objects.filter(pk=humas.pk).update(is_active=False)
    response = sign_in(reader, "humas.parepare")
    assert (response.status_code, response["Location"]) == (302, reverse("account_inactive"))
    assert not entered(reader)


def test_a_session_dies_with_its_account(humas: Officer, reader: Client) -> None:
    sign_in(reader, "humas.parepare")
    assert reader.get(reverse("account_home")).status_code == 200
    Officer.objects.filter(pk=humas.pk).update(is_active=False)
    response = reader.get(reverse("account_home"))
    assert (response.status_code, response["Location"]) == (302, f"{SIGN_IN}?next=%2Fakun%2F")


@pytest.mark.parametrize("elsewhere", [
    "//evil.example", "https://evil.example/", "///evil.example", "/\\evil.example", "http:evil.example",
    "javascript:alert(1)", "https://testserver@evil.example/", "\t//evil.example",
])  # fmt: skip
def test_sign_in_leads_to_no_other_site(humas: Officer, elsewhere: str) -> None:
    desk = reverse(settings.LOGIN_REDIRECT_URL)
    by_form, by_address = Client(), Client()
    assert sign_in(by_form, "humas.parepare", data={"next": elsewhere})["Location"] == desk
    response = by_address.post(
        SIGN_IN, {"login": "humas.parepare", "password": PASSWORD}, query_params={"next": elsewhere}
    )
    assert response["Location"] == desk


def test_sign_in_leads_back_to_where_one_came_from(humas: Officer, reader: Client) -> None:
    page = reader.get(SIGN_IN, {"next": "/akun/surel/"})
    assert '<input type="hidden" name="next" value="/akun/surel/">' in page.content.decode().replace("'", '"')
    assert sign_in(reader, "humas.parepare", data={"next": "/akun/surel/"})["Location"] == "/akun/surel/"


def test_signing_out_leads_to_the_front_page_and_leaves_no_message(humas: Officer, reader: Client) -> None:
    sign_in(reader, "humas.parepare")
    response = reader.post(reverse("account_logout"))
    assert response["Location"] == reverse(settings.LOGOUT_REDIRECT_URL)
    assert not entered(reader)
    assert "messages" not in response.cookies


# --- Limits ---------------------------------------------------------------------------------------

TOO_MANY = ["Too many failed attempts. Wait 15 minutes, then try again."]


def test_the_sixth_try_is_refused_even_with_the_right_password(
    humas: Officer, pinrang: Officer, reader: Client, clock: SimpleNamespace
) -> None:
    pinrang.set_password(PASSWORD)
    pinrang.save()
    for _ in range(5):
        assert refusals(sign_in(reader, "humas.parepare", "salah")) == ["User name or password is wrong."]
    assert refusals(sign_in(reader, "humas.parepare")) == TOO_MANY
    assert not entered(reader)
    assert sign_in(Client(), "pinrang").status_code == 302, "another account of the same office still enters"
    clock.now += 15 * 60 + 1
    assert sign_in(reader, "humas.parepare").status_code == 302


def test_name_and_address_share_one_count(humas: Officer, reader: Client) -> None:
    names = ["humas.parepare", "HUMAS.parepare", "humas@parepare.test", "HUMAS@parepare.test", " humas.parepare "]
    for name in names:
        sign_in(reader, name, "salah")
    assert [refusals(sign_in(reader, name)) for name in names] == [TOO_MANY] * 5
    assert not entered(reader)


def test_a_success_between_failures_does_not_start_the_count_anew(humas: Officer) -> None:
    for _ in range(4):
        sign_in(Client(), "humas.parepare", "salah")
    assert sign_in(Client(), "humas.parepare").status_code == 302
    sign_in(Client(), "humas.parepare", "salah")
    assert refusals(sign_in(Client(), "humas.parepare")) == TOO_MANY


def test_an_address_has_fifty_failures_an_hour(humas: Officer, clock: SimpleNamespace) -> None:
    for number in range(50):
        clock.now += 3
        # What a browser says of its own address counts for nothing.
        said = {"X-Forwarded-For": f"10.0.0.{number}", "X-Real-IP": f"10.0.1.{number}"}
        assert len(refusals(sign_in(Client(), f"tebakan{number}", "salah", headers=said))) == 1
    assert refusals(sign_in(Client(), "humas.parepare")) == TOO_MANY
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7"), "humas.parepare").status_code == 302
    clock.now += 3600
    assert sign_in(Client(), "humas.parepare").status_code == 302


def test_a_flood_of_other_names_does_not_wash_the_count_out(humas: Officer, reader: Client) -> None:
    for _ in range(5):
        sign_in(reader, "humas.parepare", "salah")
    for number in range(2000):
        cache.set(f"other:{number}", number)
    assert refusals(sign_in(reader, "humas.parepare")) == TOO_MANY
    assert not entered(reader)


def test_a_name_longer_than_any_is_refused_in_a_sentence(humas: Officer, reader: Client) -> None:
    response = sign_in(reader, "x" * 300_000)
    assert response.context["form"].errors == {
        "login": ["Ensure this value has at most 254 characters (it has 300000)."]
    }
    assert refusals(sign_in(reader, "x" * 254)) == ["User name or password is wrong."]


# --- Sign-up is closed ----------------------------------------------------------------------------


def test_sign_up_says_whom_to_ask_and_makes_nothing(db: None, reader: Client) -> None:
    address = reverse("account_signup")
    form = {"username": "baru", "email": "baru@x.test", "password1": PASSWORD, "password2": PASSWORD}
    for response in (reader.get(address), reader.post(address, form)):
        assert response.status_code == 200
        assert "Ask the regional team for an account" in response.content.decode()
        assert "<form" not in response.content.decode()
    assert not Officer.objects.exists()
    assert not entered(reader)


def test_passkeys_sign_nobody_up() -> None:
    for name in ("mfa_signup_webauthn", "account_signup_by_passkey"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


# --- Passwords ------------------------------------------------------------------------------------


def test_changing_the_password_ends_the_other_sessions(humas: Officer, reader: Client) -> None:
    elsewhere = Client()
    sign_in(reader, "humas.parepare")
    sign_in(elsewhere, "humas.parepare")
    new = "teh-hangat-di-bira"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert reader.post(reverse("account_change_password"), form).status_code == 302
    assert reader.get(reverse("account_home")).status_code == 200
    assert elsewhere.get(reverse("account_home")).status_code == 302
    assert refusals(sign_in(Client(), "humas.parepare")) == ["User name or password is wrong."]
    assert sign_in(Client(), "humas.parepare", new).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("salah", "teh-hangat-di-bira", "oldpassword"), (PASSWORD, "pendek", "password1"),
     (PASSWORD, "humas.parepare", "password1"), (PASSWORD, "123456789012", "password1")],
)  # fmt: skip
def test_a_bad_change_of_password_changes_nothing(
    humas: Officer, reader: Client, old: str, new: str, field: str
) -> None:
    sign_in(reader, "humas.parepare")
    form = {"oldpassword": old, "password1": new, "password2": new}
    response = reader.post(reverse("account_change_password"), form)
    assert list(response.context["form"].errors) == [field]
    humas.refresh_from_db()
    assert humas.check_password(PASSWORD)


def test_a_forgotten_password_does_not_tell_who_has_an_account(humas: Officer, reader: Client) -> None:
    address = reverse("account_reset_password")
    known = reader.post(address, {"email": "humas@parepare.test"}, follow=True)
    stranger = Client().post(address, {"email": "orang@lain.test"}, follow=True)
    assert [hop[1] for hop in known.redirect_chain] == [hop[1] for hop in stranger.redirect_chain] == [302]
    assert (known.status_code, known.content) == (stranger.status_code, stranger.content)
    assert "If an account has this address" in known.content.decode()
    assert [message.to for message in mail.outbox] == [["humas@parepare.test"], ["orang@lain.test"]]
    assert "ask the regional team" in mail.outbox[1].body
    assert reverse("account_signup") not in mail.outbox[1].body


def test_the_link_of_a_forgotten_password_works_once(humas: Officer, reader: Client) -> None:
    reader.post(reverse("account_reset_password"), {"email": "HUMAS@parepare.test"})
    link = re.search(r"http://testserver(/akun/sandi/lupa/\S+)", mail.outbox[0].body)
    assert link
    form_page = reader.get(link[1], follow=True)
    new = {"password1": "teh-hangat-di-bira", "password2": "teh-hangat-di-bira"}
    done = reader.post(form_page.request["PATH_INFO"], new, follow=True)
    assert "Your password is saved" in done.content.decode()
    assert sign_in(Client(), "humas.parepare", "teh-hangat-di-bira").status_code == 302
    assert "This link no longer works" in Client().get(link[1]).content.decode()


def test_a_closed_account_gets_no_link(humas: Officer, reader: Client) -> None:
    Officer.objects.filter(pk=humas.pk).update(is_active=False)
    reader.post(reverse("account_reset_password"), {"email": "humas@parepare.test"})
    assert [reverse("account_reset_password_done") in message.body for message in mail.outbox] == [False]
    assert "/akun/sandi/lupa/" not in mail.outbox[0].body


def test_without_a_mail_server_the_regional_team_makes_the_link(humas: Officer, reader: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    address = reverse("account_reset_password")
    for response in (reader.get(address), reader.post(address, {"email": "humas@parepare.test"})):
        assert response.status_code == 200
        assert "This portal sends no mail. Ask the regional team for a link" in response.text
        assert "<form" not in response.text


# --- The address ----------------------------------------------------------------------------------


@pytest.fixture
def at_home(humas: Officer) -> Client:
    """A browser in which `humas` is signed in and has just confirmed it with the password."""
    client = Client()
    sign_in(client, "humas.parepare")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_a_change_of_address_asks_for_the_password_first(humas: Officer, reader: Client) -> None:
    sign_in(reader, "humas.parepare")
    response = reader.post(reverse("account_email"), {"email": "lain@x.test"})
    assert response["Location"].startswith(reverse("account_reauthenticate"))
    humas.refresh_from_db()
    assert humas.email == "humas@parepare.test"


def test_a_former_address_opens_nothing(humas: Officer, at_home: Client) -> None:
    EmailAddress.objects.create(user=humas, email="humas@parepare.test", verified=True, primary=True)
    at_home.post(reverse("account_email"), {"email": "Baru@Parepare.TEST"})
    humas.refresh_from_db()
    assert humas.email == "baru@parepare.test"
    assert not EmailAddress.objects.filter(email="humas@parepare.test").exists()
    assert sign_in(Client(), "humas@parepare.test").status_code == 200
    assert sign_in(Client(), "baru@parepare.test").status_code == 302
    Client().post(reverse("account_reset_password"), {"email": "humas@parepare.test"})
    assert "/akun/sandi/lupa/" not in mail.outbox[-1].body


def test_an_address_belongs_to_one_account(humas: Officer, pinrang: Officer, at_home: Client) -> None:
    Officer.objects.filter(pk=pinrang.pk).update(email="humas@pinrang.test")
    response = at_home.post(reverse("account_email"), {"email": "Humas@Pinrang.test"})
    assert refusals(response) == ["Another account uses this e-mail address."]
    humas.refresh_from_db()
    assert humas.email == "humas@parepare.test"


# --- The second factor ----------------------------------------------------------------------------


def code_of(secret: str) -> str:
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def test_an_app_is_asked_for_after_the_password(humas: Officer, at_home: Client) -> None:
    address = reverse("mfa_activate_totp")
    secret = at_home.get(address).context["form"].secret
    assert at_home.post(address, {"code": code_of(secret)})["Location"] == reverse("mfa_view_recovery_codes")
    assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}
    [code, *_] = at_home.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]

    client = Client()
    assert sign_in(client, "humas.parepare")["Location"] == reverse("mfa_authenticate")
    assert not entered(client)
    assert client.get(reverse("account_home")).status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).context["form"].errors
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert entered(client)

    again = Client()
    sign_in(again, "humas.parepare")
    again.post(reverse("mfa_authenticate"), {"code": code})
    assert not entered(again), "a recovery code works once"


def test_the_picture_of_the_app_needs_no_exception_to_the_policy(humas: Officer, at_home: Client) -> None:
    page = at_home.get(reverse("mfa_activate_totp"))
    assert "data:" not in page["Content-Security-Policy"]
    assert "data:image" not in page.content.decode()
    picture = r'<svg class="qr" viewBox="0 0 \d+ \d+"[^>]*><path d="(M\d+ \d+h1v1h-1z){300,}"/></svg>'
    assert re.search(picture, page.text)


def test_guesses_of_the_code_are_limited_too(humas: Officer, at_home: Client) -> None:
    address = reverse("mfa_activate_totp")
    secret = at_home.get(address).context["form"].secret
    at_home.post(address, {"code": code_of(secret)})
    [code, *_] = at_home.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    client = Client()
    sign_in(client, "humas.parepare")
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert client.post(reverse("mfa_authenticate"), {"code": code}).context["form"].errors == {"code": TOO_MANY}
    assert not entered(client)


# --- All pages ------------------------------------------------------------------------------------

DOORS = [
    "account_login", "account_signup", "account_inactive", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key_done",
]  # fmt: skip
ROOMS = [
    "account_home", "account_change_password", "account_email", "account_logout", "account_reauthenticate",
    "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn",
]  # fmt: skip


def plain_html(html: str) -> Iterator[str]:
    """Yield what our policy would refuse: inline scripts, inline styles, handlers."""
    yield from re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    yield from (tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag and "json" not in tag)


@pytest.mark.parametrize("name", DOORS)
def test_a_door_is_a_page_of_ours(db: None, reader: Client, name: str) -> None:
    check(reader.get(reverse(name)))


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_is_a_page_of_ours(at_home: Client, name: str) -> None:
    response = at_home.get(reverse(name))
    check(response)
    assert f'href="{reverse("account_logout")}"' in response.text or name == "account_reauthenticate"


@pytest.mark.parametrize("name", ["account_home", "account_email", "account_change_password", "mfa_index",
                                  "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"])  # fmt: skip
def test_a_room_is_closed_to_the_public(db: None, reader: Client, name: str) -> None:
    response = reader.get(reverse(name))
    assert (response.status_code, response["Location"].split("?")[0]) == (302, SIGN_IN)


def check(response: HttpResponse) -> None:
    assert response.status_code == 200
    html = response.content.decode()
    assert list(plain_html(html)) == []
    assert html.count("<h1") == 1
    assert "css/accounts.css" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "unsafe" not in response["Content-Security-Policy"] and "data:" not in response["Content-Security-Policy"]


def test_every_page_says_who_is_signed_in_where(humas: Officer, client_of: Callable[[Officer], Client]) -> None:
    html = client_of(humas).get(reverse("account_home")).content.decode()
    assert "Humas.Parepare" in html and "Kantor Kemenag Parepare" in html and "humas@parepare.test" in html
