"""The administration of units and officers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401 - both loaded here, so that what they register can be taken back
import django.contrib.auth.admin  # noqa: F401
from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from satker import access
from satker.accounts import rescue
from satker.accounts.forms import NewOfficerForm, OfficerForm
from satker.models import Kind, Officer, Satker

# Rights come from the role; addresses and second factors hang on the officer, secrets and all.
admin.site.unregister([Group, EmailAddress, Authenticator])


class Lookup(AutocompleteSelect):
    """The choice that is looked up while typing; what can be no id is no choice, be it from a form or an address."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        return super().optgroups(name, [each for each in value if self.can_be(each)], attr)

    def can_be(self, value: str) -> bool:
        try:
            self.field.target_field.clean(value, None)
        except ValidationError:
            return False
        return True


class Kept(admin.ModelAdmin):
    """What is in use is not deleted: the page says by what, with a few examples."""

    EXAMPLES = 5
    keeps: tuple[type[models.Model], ...] = ()  # models whose rows Django would delete along

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Lookup(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        # Asked before Django collects, which would read every article of a unit, text and all.
        protected = []
        for relation in self.opts.get_fields(include_hidden=True):
            if not isinstance(relation, models.ForeignObjectRel):
                continue
            pairs = relation.related_model._meta.auto_created  # the table of a many-to-many field
            if relation.on_delete is models.PROTECT or pairs or relation.related_model in self.keeps:
                rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": objs})
                name = relation.related_model._meta.verbose_name
                protected += [f"{name}: {row}" for row in rows[: self.EXAMPLES]]
        return ([], {}, set(), protected) if protected else super().get_deleted_objects(objs, request)


@admin.register(Kind)
class KindAdmin(Kept):
    list_display = ["name", "code", "order"]


class RegencyFilter(admin.AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Iterator[Any]:
        return (choice for choice in super().choices(changelist) if choice["display"] != "")


@admin.register(Satker)
class SatkerAdmin(Kept):
    list_display = [
        "code", "short_name", "kind", "parent", "receipt_prefix", "publishes_directly", "valid_from", "valid_to",
    ]  # fmt: skip
    list_display_links = ["code", "short_name"]
    list_select_related = ["kind", "parent"]
    list_filter = ["kind", "publishes_directly", ("regency", RegencyFilter)]
    list_per_page = 50
    search_fields = ["code", "short_name", "official_name", "receipt_prefix"]
    autocomplete_fields = ["parent", "successor"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["code", "kind", "parent", "official_name", "short_name", "slug", "regency"]}),
        (_("As printed"), {"fields": ["byline", "dateline_place", "receipt_prefix"]}),
        (_("Work"), {"fields": ["publishes_directly", "yearly_target"]}),
        (_("Existence"), {"fields": ["valid_from", "valid_to", "successor"]}),
        (_("Contact"), {"fields": ["address", "phone", "email", "website"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Satker | None = None) -> list[str]:
        # An address is permanent, and so are a number, and the code that closed figures name the unit by.
        return ["code", "slug", "receipt_prefix"] if obj else []


@admin.register(Officer)
class OfficerAdmin(Kept):
    form = OfficerForm
    keeps = (LogEntry,)
    list_display = ["username", "name", "satker", "role_word", "is_active", "last_login"]
    list_select_related = ["satker"]
    list_filter = ["role", "is_active", "satker__kind"]
    list_per_page = 50
    search_fields = ["username", "name", "email", "satker__short_name"]
    autocomplete_fields = ["satker"]
    fieldsets = [
        (None, {"fields": ["username", "name", "initials", "email"]}),
        (_("Post"), {"fields": ["satker", "role", "is_active"]}),
        (_("Dates"), {"fields": ["joined_at", "last_login"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "name", "initials", "email"]}),
        (_("Post"), {"fields": ["satker", "role"]}),
        (_("Password"), {"fields": ["password1", "password2"]}),
    ]
    change_form_template = "admin/satker/officer/change_form.html"

    @admin.display(description=_("role"), ordering="role")
    def role_word(self, officer: Officer) -> Any:
        return officer.role_word()

    def get_fieldsets(self, request: HttpRequest, obj: Officer | None = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs if obj else {"form": NewOfficerForm, **kwargs})

    def get_readonly_fields(self, request: HttpRequest, obj: Officer | None = None) -> list[str]:
        dates = ["joined_at", "last_login"]
        # Nobody locks themself out: there is always someone left to undo it.
        return [*dates, "role", "is_active"] if obj == request.user else dates

    def has_delete_permission(self, request: HttpRequest, obj: Officer | None = None) -> bool:
        return super().has_delete_permission(request, obj) and obj != request.user

    def response_add(self, request: HttpRequest, obj: Officer, post_url_continue: str | None = None) -> HttpResponse:
        if obj.has_usable_password() or "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, gettext("The account of %(name)s is made. Now make the link.") % {"name": obj})
        return HttpResponseRedirect(reverse("admin:satker_officer_way_in", args=[obj.pk]))

    def get_urls(self) -> list[URLPattern]:
        view = access.regional(self.admin_site.admin_view(reauthentication_required(self.way_in)))
        return [path("<int:pk>/jalan-masuk/", view, name="satker_officer_way_in"), *super().get_urls()]

    def way_in(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show a link for a new password, or take off a second factor that was lost."""
        officer = self.get_object(request, str(pk))
        if officer is None or officer == request.user or not officer.is_active:
            raise Http404
        link = ""
        if "link" in request.POST:
            link = rescue.password_link(officer)
            self.log_change(request, officer, gettext("Made a link for a new password."))
        elif "second_factor" in request.POST:
            rescue.drop_second_factors(officer)
            self.log_change(request, officer, gettext("Took off the second factor."))
            messages.success(request, gettext("The password alone opens this account again."))
        shown = {
            **self.admin_site.each_context(request),
            "title": gettext("Way in for %(name)s") % {"name": officer},
            "opts": self.opts,
            "original": officer,
            "link": link,
            "second_factors": rescue.second_factors(officer),
        }
        return TemplateResponse(request, "admin/satker/officer/way_in.html", shown)
