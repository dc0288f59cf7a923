from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _
from taggit import apps as taggit


class PortalConfig(AppConfig):
    name = "portal"
    default = True

    def ready(self) -> None:
        from portal import checks  # noqa: F401 - registers the system checks


class PortalAdminConfig(admin.AdminConfig):
    default = False
    default_site = "portal.admin.PortalAdminSite"


class TagsConfig(taggit.TaggitAppConfig):
    default = False
    verbose_name = _("Tags")
