"""The administration's view of the news: registers to read; the verbs are in the desk.

Half a million articles lie behind these lists: no count, sort or search of a whole table. Each list goes
by id, the newest first, and a row is found by its article: by receipt number or by id, both along an index.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from news import html
from news.images import widths_of
from news.models import (
    Article,
    Category,
    Correction,
    LedgerEntry,
    OldPath,
    Photo,
    Programme,
    Receipt,
    Revision,
    StoryTemplate,
    StyleRule,
)
from satker.admin import Kept

# taggit's own admin can merge tags, by a view without an access rule.
admin.site.unregister(Tag)

RECEIPT_NUMBER = re.compile(r"[A-Z][A-Z0-9]{1,5}-\d{4}-\d+", re.IGNORECASE | re.ASCII)
ARTICLE_ID = re.compile(r"\d{1,18}", re.ASCII)  # no database stores a longer one


class FirstRows(Paginator):
    """Lists and counts the first rows only; what lies beyond is found by search and filter."""

    LIMIT = 5000

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return rows.order_by()[: self.LIMIT].count()

    @property
    def is_cut(self) -> bool:
        return self.count == self.LIMIT


class Register(admin.ModelAdmin):
    """A list that is read, the newest first, and looked up by article; nothing is added, changed or deleted."""

    actions = None
    ordering = ["-pk"]
    sortable_by = []
    list_per_page = 50
    paginator = FirstRows
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    left_out: list[str] = []  # long columns that a list does without
    to_article = "article__"  # the path to the article, as in satker.access.reach
    search_fields = ["pk"]  # puts the search on the page; get_search_results says what it finds
    search_help_text = _("A receipt number, or the number in an article's address.")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        return rows.select_related(*self.list_select_related).defer(*self.left_out)  # type: ignore[misc]

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        try:
            return super().get_object(request, object_id, from_field)
        except OverflowError:  # SQLite, of a number beyond its integers
            return None

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        term = search_term.strip()
        if RECEIPT_NUMBER.fullmatch(term):
            return queryset.filter(**{f"{self.to_article}receipt__code": term.upper()}), False
        if ARTICLE_ID.fullmatch(term):
            return queryset.filter(**{f"{self.to_article}pk": int(term)}), False
        return (queryset.none() if term else queryset), False


@admin.register(Article)
class ArticleAdmin(Register):
    to_article = ""
    list_display = ["title", "satker", "status", "first_published_at", "receipt_number"]
    list_select_related = ["satker", "receipt"]
    left_out = ["body", "lead"]
    list_filter = ["status", "satker__kind", "category", "programme"]
    fieldsets = [
        (None, {"fields": ["lead", "text", "photo"]}),
        (_("About"), {"fields": ["category", "programme", "tag_names"]}),
        (_("By"), {"fields": ["satker", "supporting_units", "writer", "editor", "place", "created_by"]}),
        (
            _("Where it stands"),
            {
                "fields": [
                    "status", "receipt_number", "first_published_at", "scheduled_for", "withdrawn_at",
                    "withdrawn_reason", "version", "created_at", "updated_at", "source", "external_id",
                ]
            },
        ),
    ]  # fmt: skip
    PARTS_SHOWN = 50

    def view_on_site(self, article: Article) -> str | None:
        return article.get_absolute_url() if article.was_public else None

    @admin.display(description=_("receipt number"))
    def receipt_number(self, article: Article) -> str:
        return article.receipt.code if hasattr(article, "receipt") else ""

    @admin.display(description=_("text"))
    def text(self, article: Article) -> SafeString:
        return format_html('<div class="story">{}</div>', html.shown(article.body))

    @admin.display(description=_("lead photo"))
    def photo(self, article: Article) -> str:
        return thumbnail(article.lead_photo) if article.lead_photo else "–"

    @admin.display(description=_("tags"))
    def tag_names(self, article: Article) -> str:
        return ", ".join(sorted(article.tags.names()))

    @admin.display(description=_("supporting units"))
    def supporting_units(self, article: Article) -> str:
        return ", ".join(str(unit) for unit in article.supporting.all())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        of_article = {"article": object_id if object_id.isdecimal() else None}
        shown = slice(self.PARTS_SHOWN)
        revisions = Revision.objects.filter(**of_article).defer("content").select_related("actor")
        rows = LedgerEntry.objects.filter(**of_article).select_related("satker", "actor")
        corrections = Correction.objects.filter(**of_article).select_related("actor")
        return super().change_view(
            request,
            object_id,
            form_url,
            {
                **(extra_context or {}),
                "revisions": revisions.order_by("-version")[shown],
                "ledger": rows.order_by("-pk")[shown],
                "corrections": corrections.order_by("-pk")[shown],
            },
        )


@admin.display(description=_("photo"))
def thumbnail(photo: Photo) -> SafeString:
    """Return the smallest rendition as an <img> that keeps its place while it loads."""
    width = widths_of(photo.width)[0]
    return format_html(
        '<img class="thumb" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        photo.url(width, "jpg"), width, round(photo.height * width / photo.width), photo.alt,
    )  # fmt: skip


@admin.register(Photo)
class PhotoAdmin(Register):
    to_article = "leading__"
    list_display = [thumbnail, "caption", "satker", "credit", "uploaded_at"]
    list_display_links = ["caption"]
    list_select_related = ["satker"]
    list_filter = ["satker__kind"]
    fields = [
        "preview", "caption", "alt", "credit", "satker", "uploaded_by", "uploaded_at", "width", "height", "sha256",
    ]  # fmt: skip
    readonly_fields = ["preview"]

    @admin.display(description=_("photo"))
    def preview(self, photo: Photo) -> SafeString:
        return thumbnail(photo)


@admin.register(Receipt)
class ReceiptAdmin(Register):
    list_display = ["code", "article", "satker", "issued_at"]
    list_select_related = ["article", "satker"]
    left_out = ["article__body", "article__lead"]
    list_filter = ["satker__kind"]


@admin.register(LedgerEntry)
class LedgerEntryAdmin(Register):
    list_display = ["recorded_at", "day", "satker", "article", "role", "signed", "reason", "actor"]
    list_select_related = ["article", "satker", "actor"]
    left_out = ["article__body", "article__lead"]
    list_filter = ["reason", "role", "satker__kind"]

    @admin.display(description=_("change"))
    def signed(self, row: LedgerEntry) -> str:
        return f"{row.delta:+d}".replace("-", "\N{MINUS SIGN}")


@admin.register(Revision)
class RevisionAdmin(Register):
    list_display = ["at", "article", "version", "verb", "status", "actor"]
    list_select_related = ["article", "actor"]
    left_out = ["content", "article__body", "article__lead"]
    list_filter = ["status"]


@admin.register(Correction)
class CorrectionAdmin(Register):
    list_display = ["at", "article", "text", "actor"]
    list_select_related = ["article", "actor"]
    left_out = ["article__body", "article__lead"]


@admin.register(OldPath)
class OldPathAdmin(Register):
    list_display = ["path", "article"]
    list_select_related = ["article"]
    left_out = ["article__body", "article__lead"]
    search_help_text = _("The whole old path with its slash, a receipt number, or the number in an article's address.")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        if search_term.startswith("/"):
            return queryset.filter(path=search_term.strip()), False
        return super().get_search_results(request, queryset, search_term)


class Subject(Kept):
    """What articles are about; the address is chosen once and permanent."""

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return {} if obj else {"slug": ["name"]}


@admin.register(Category)
class CategoryAdmin(Subject):
    list_display = ["name", "slug", "order"]
    search_fields = ["name"]
    fields = ["name", "slug", "order"]


@admin.register(Programme)
class ProgrammeAdmin(Subject):
    list_display = ["name", "aliases", "valid_from", "valid_to", "order"]
    search_fields = ["name", "aliases"]
    fields = ["name", "slug", "aliases", "valid_from", "valid_to", "order"]


@admin.register(StoryTemplate)
class StoryTemplateAdmin(Kept):
    """Beginnings that the desk offers on an empty page: to all, to a kind of unit, or to one unit."""

    list_display = ["name", "kind", "satker", "category", "order", "active"]
    list_select_related = ["kind", "satker", "category"]
    list_filter = ["active", "kind"]
    list_per_page = 50
    search_fields = ["name", "satker__short_name"]
    autocomplete_fields = ["satker"]
    fieldsets = [
        (None, {"fields": ["name", "title", "lead", "body", "category"]}),
        (_("Offered to"), {"fields": ["kind", "satker", "order", "active"]}),
    ]


@admin.register(StyleRule)
class StyleRuleAdmin(admin.ModelAdmin):
    """The house style: its rules are written in news/advice.py; here they get their limits, reasons and weight."""

    actions = None
    list_display = ["of", "limit", "why", "compulsory", "active"]
    fields = ["of", "limit", "why", "compulsory", "active"]
    readonly_fields = ["of"]
    sortable_by = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Tag)
class TagAdmin(Kept):
    """Officers make tags by writing; here one that no article uses can be deleted."""

    list_display = ["name", "slug"]
    list_per_page = 50
    ordering = ["name"]
    search_fields = ["name"]
    paginator = FirstRows
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Tag | None = None) -> bool:
        return False


from news.rekap import admin as rekap_admin  # noqa: E402, F401 - the registers of the tally
