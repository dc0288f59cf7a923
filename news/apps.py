import atexit

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from news import reads, traffic, triggers

        # After every migrate, not in one migration: SQLite rebuilds a table to alter it and drops
        # its triggers on the way.
        post_migrate.connect(triggers.install, sender=self, dispatch_uid="news.triggers")
        # What a worker has counted since it last wrote would end with it.
        atexit.register(reads.flush)
        atexit.register(traffic.flush)
