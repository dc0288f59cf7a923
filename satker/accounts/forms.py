"""Forms of accounts: signing in, the officer's own address, and what the regional team fills in."""

from typing import Any

import allauth.account.forms
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from satker.accounts.adapter import forget_other_addresses
from satker.models import Officer


class LoginForm(allauth.account.forms.LoginForm):
    """allauth's; no name or address is longer than 254, and SQLite does not look up what is far longer."""

    LONGEST = 254

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].validators.append(MaxLengthValidator(self.LONGEST))


class EmailForm(forms.ModelForm):
    """An officer's one address. Stored in small letters: allauth looks it up so."""

    class Meta:
        model = Officer
        fields = ["email"]

    def clean_email(self) -> str:
        return self.cleaned_data.get("email", "").lower()

    def _save_m2m(self) -> None:
        # Called by save() and by the admin alike, once the officer is stored.
        super()._save_m2m()  # type: ignore[misc]
        forget_other_addresses(self.instance)


class OfficerForm(EmailForm):
    class Meta:
        model = Officer
        fields = ["username", "name", "initials", "email", "satker", "role", "is_active"]


class NewOfficerForm(OfficerForm):
    password1 = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Leave both empty to get a link with which the officer chooses the password: the better way."),
    )
    password2 = forms.CharField(
        label=_("Password again"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("password1") != given.get("password2"):
            self.add_error("password2", _("The two passwords differ."))
        return given

    def _post_clean(self) -> None:
        # The officer's names are on the instance only now: a password may not resemble them.
        super()._post_clean()  # type: ignore[misc]
        if password := self.cleaned_data.get("password1"):
            try:
                password_validation.validate_password(password, self.instance)
            except ValidationError as error:
                self.add_error("password1", error)

    def save(self, commit: bool = True) -> Officer:
        self.instance.set_password(self.cleaned_data["password1"] or None)
        return super().save(commit)
