"""manage.py demo: a whole portal on this machine, with units, accounts and a year of news."""

from __future__ import annotations

import socket
import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.servers import basehttp
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.utils.translation import gettext as _

from news import clock, reads, traffic
from news.demo import furnish
from news.rekap.pack import make_waiting
from satker import cast

HOST, TICK_SECONDS = "127.0.0.1", 20


class Command(BaseCommand):
    help = "Set up and serve a demonstration portal: safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--articles", type=int, default=640, help="how many demo articles there should be")
        parser.add_argument("--pictures", type=int, default=140, help="how many of the newest get a picture")
        parser.add_argument("--no-serve", action="store_true", help="set up only")

    def handle(self, *, port: int, articles: int, pictures: int, no_serve: bool, **options: Any) -> None:
        if articles < 0 or pictures < 0:
            raise CommandError(_("The number of articles and pictures cannot be negative."))
        if settings.PRODUCTION:
            raise CommandError(_("demo is for a local portal; this one runs with PORTAL_ENV=production."))
        if not no_serve:
            self._check_port(port)
        call_command("migrate", verbosity=0)
        self.stdout.write(_("Database: %(name)s") % {"name": connection.settings_dict["NAME"]})
        furnish.registers()
        accounts = cast.sign_up(settings.VAR_DIR / "demo-accounts.txt")
        furnish.articles(articles, pictures, self.stderr)
        self._tell(accounts, port)
        if not no_serve:
            self._serve(port)

    def _check_port(self, port: int) -> None:
        if not 1 <= port <= 65535:
            raise CommandError(_("A port is a number from 1 to 65535."))
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                raise CommandError(
                    _("Port %(port)d is in use or not allowed. Choose another: manage.py demo --port %(other)d")
                    % {"port": port, "other": port + 1 if 1024 <= port < 65535 else 8001}
                ) from None

    def _tell(self, accounts: list[cast.Account], port: int) -> None:
        site = f"http://{HOST}:{port}"
        self.stdout.write("")
        self.stdout.write(_("Accounts (kept in %(file)s):") % {"file": settings.VAR_DIR / "demo-accounts.txt"})
        for account in accounts:
            self.stdout.write(f"  {account.username:<10} {account.password:<22} {account.told}")
        self.stdout.write("")
        rooms = [
            (_("Readers"), f"{site}/"),
            (_("Desk"), f"{site}/redaksi/"),
            (_("Regional team"), f"{site}/admin/  {site}/admin/rekap/"),
        ]
        for room, address in rooms:
            self.stdout.write(f"  {room:<14} {address}")
        self.stdout.write("")

    def _serve(self, port: int) -> None:
        stop = threading.Event()
        ticking = threading.Thread(target=_tick, args=(stop,), name="clock", daemon=True)
        ticking.start()
        told, site = settings.PORTAL_ADDRESS, f"http://{HOST}:{port}"
        settings.PORTAL_ADDRESS = told or site  # packs are made without a request that would say it
        self.stdout.write(_("Serving; stop with Ctrl+C."))
        self.stdout.flush()
        try:
            basehttp.run(HOST, port, get_wsgi_application(), threading=True)
        except KeyboardInterrupt:
            self.stdout.write("")
        finally:
            stop.set()
            settings.PORTAL_ADDRESS = told


def _tick(stop: threading.Event) -> None:
    """Do the minute clock's work inside the demonstration."""
    while not stop.wait(TICK_SECONDS):
        close_old_connections()
        clock.minute()
        reads.flush()  # this process serves the pages too
        traffic.flush()
        make_waiting()
