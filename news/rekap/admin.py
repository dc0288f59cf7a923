"""Settings and short lists of the tally: data that the regional team changes; what is in use stays."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from news.models import Channel, DayOff, NeedItem, NeedKind, NeedReason, PointWeight, RekapSettings
from satker.admin import Kept


@admin.register(RekapSettings)
class RekapSettingsAdmin(admin.ModelAdmin):
    """One row for the whole portal, there from the start: it is only changed."""

    list_display = ["__str__", "hide_ranking", "read_often", "copy_percent", "quiet_days", "data_price"]
    fields = ["hide_ranking", "read_often", "copy_percent", "quiet_days", "data_price"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(PointWeight)
class PointWeightAdmin(admin.ModelAdmin):
    list_display = ["of", "weight"]


@admin.register(DayOff)
class DayOffAdmin(admin.ModelAdmin):
    list_display = ["day", "name"]
    list_per_page = 50


class Slugged(Kept):
    """The word in addresses is chosen once and permanent."""

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return {} if obj else {"slug": ["name"]}


@admin.register(Channel)
class ChannelAdmin(Slugged):
    list_display = ["name", "group", "order", "active"]
    fields = ["name", "slug", "group", "order", "active"]


@admin.register(NeedKind)
class NeedKindAdmin(Slugged):
    list_display = ["name", "slug", "order"]
    fields = ["name", "slug", "order"]


@admin.register(NeedItem)
class NeedItemAdmin(Kept):
    list_display = ["name", "kind", "counted_in", "order", "active"]
    list_select_related = ["kind"]
    list_filter = ["kind", "active"]
    search_fields = ["name"]


@admin.register(NeedReason)
class NeedReasonAdmin(Kept):
    list_display = ["name", "order", "active"]
