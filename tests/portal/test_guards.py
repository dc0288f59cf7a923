"""What nobody remembers to check: each promise about the code itself, read from the code."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import Error
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from portal.checks import every_view_has_a_rule, patterns
from satker import access
from satker.access import Rule

ROOT: Path = settings.BASE_DIR
APPS = ("portal", "news", "satker")


# --- Imports run one way --------------------------------------------------------------------------

# Who may not import what; a name stands for the module and all below it.
ROOMS = ("news.reader", "news.desk", "news.rekap")
FLOOR = tuple(
    f"news.{name}"
    for name in (
        "models",
        "querysets",
        "advice",
        "bylines",
        "ledger",
        "html",
        "images",
        "words",
        "paging",
        "guard",
        "charts",
        "goals",
        "decisions",
        "differences",
        "previews",
        "rubrics",
        "quality",
        "holding",
        "likeness",
        "measuring",
        "names",
        "removals",
        "notices",
        "mailing",
        "site",
        "proof",
        "closing",
        "reads",
        "reports",
        "spreadsheet",
        "traffic",
        "traces",
        "triggers",
        "migrations",
    )
)
FORBIDDEN: list[tuple[str, str]] = [
    ("satker", "news"),
    ("satker", "portal"),
    ("news", "portal"),
    *((room, other) for room in ROOMS for other in ROOMS if room != other),
    *((part, room) for part in ("news.search", "news.importing", *FLOOR) for room in ROOMS),
    *((part, above) for part in FLOOR for above in ("news.search", "news.importing")),
    ("satker.access", "satker.accounts"),
]


def imported(source: str, module: str) -> Iterator[str]:
    """Yield the full name of everything that `source` imports, wherever in the file, types included."""
    package = module.split(".")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def is_within(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}.")


def wrong_ways(module: str, source: str) -> list[str]:
    """Return "module -> import" for each import that runs the wrong way."""
    return [
        f"{module} -> {name}"
        for name in imported(source, module)
        if any(is_within(module, part) and is_within(name, other) for part, other in FORBIDDEN)
    ]


def modules() -> Iterator[tuple[str, str]]:
    for app in APPS:
        for file in sorted((ROOT / app).rglob("*.py")):
            yield ".".join(file.relative_to(ROOT).with_suffix("").parts), file.read_text()


def test_imports_run_one_way():
    found = [wrong for module, source in modules() for wrong in wrong_ways(module, source)]
    assert found == []


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("satker.models", "from news.models import Article", ["satker.models -> news.models.Article"]),
        ("satker.x", "def f():\n    import news.html", ["satker.x -> news.html"]),
        ("news.desk.views", "from news.reader import front", ["news.desk.views -> news.reader.front"]),
        ("news.desk.views", "from ..rekap.x import y", ["news.desk.views -> news.rekap.x.y"]),
        ("news.desk.views", "from news import rekap", ["news.desk.views -> news.rekap"]),
        ("news.ledger", "from news.search import find", ["news.ledger -> news.search.find"]),
        ("news.desk.views", "from news.models import Article\nfrom news.desk import forms", []),
        ("portal.urls", "from news.reader import views", []),
    ],
)
def test_the_guard_of_imports_sees(module, source, wrong):
    assert wrong_ways(module, source) == wrong


# --- Nothing forgotten ----------------------------------------------------------------------------


@pytest.mark.django_db
def test_no_migration_is_pending():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_driver_is_psycopg2():
    """Django takes psycopg 3 as soon as it can be imported; the portal is measured with psycopg2."""
    assert importlib.util.find_spec("psycopg") is None
    assert importlib.util.find_spec("psycopg2") is not None


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_locked_requirements_name_no_place(name):
    """Whoever installs chooses the index; each package is held by its hash."""
    text = (ROOT / name).read_text()
    lines = text.splitlines()
    assert [line for line in lines if re.search(r"://|--(extra-)?index-url|--find-links|^-[ife]\b", line)] == []
    pinned = [line for line in lines if re.match(r"[A-Za-z0-9]", line)]
    assert pinned
    assert [line for line in pinned if "==" not in line] == []
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(pinned)


def test_no_module_is_a_drawer():
    names = {"services", "utils", "helpers", "common"}
    assert [module for module, _source in modules() if set(module.split(".")) & names] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("pickle reads anything", r"^\s*(?:import|from) pickle|PickleSerializer"),
        ("whole pages are not cached", r"UpdateCacheMiddleware|FetchFromCacheMiddleware|\bcache_page\("),
        ("no extra columns of raw SQL", r"\.extra\(|RawSQL\("),
        ("no code out of strings", r"(?<![\w.])(?:eval|exec)\("),
    ],
)
def test_it_does_not_happen_in_the_code(what, pattern):
    found = [
        f"{module}:{number}"
        for module, source in modules()
        for number, line in enumerate(source.splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert found == [], what


def test_what_an_f_string_translates_is_in_the_catalogue() -> None:
    """The collector of messages does not look into f-strings: such a message must be collected elsewhere."""
    catalogue = (ROOT / "portal/locale/id/LC_MESSAGES/django.po").read_text(encoding="utf-8")
    files = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    found = [said for path in files for said in re.findall(r"\{_\('([^']+)'\)\}", path.read_text(encoding="utf-8"))]
    assert len(found) > 5
    assert [said for said in found if f'msgid "{said}"' not in catalogue] == []


def test_html_is_declared_safe_at_one_door_only():
    calls = [module for module, source in modules() if re.search(r"\bmark_safe\(|\bSafeString\(", source)]
    assert calls == ["news.html"]
    pages = [file for file in templates() if file.suffix != ".txt"]
    assert [str(file) for file in pages if re.search(r"\|\s*safe\b|autoescape off", file.read_text())] == []


# --- Every view has a rule ------------------------------------------------------------------------


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse("secret")


@access.public
def meant(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


# This module is a site map of its own for the tests below.
urlpatterns = [
    path("terbuka/", meant),
    path("lupa/", forgotten),
    path("dalam/", include([path("sekali/<int:pk>/", forgotten)])),
]


def test_a_view_without_a_rule_does_not_start(settings):
    settings.ROOT_URLCONF = __name__
    hint = "Decorate it with access.public, access.desk or access.regional (satker/access.py)."
    assert every_view_has_a_rule(None) == [
        Error("The view of /lupa/ has no access rule.", hint=hint, id="portal.E001"),
        Error("The view of /dalam/sekali/<int:pk>/ has no access rule.", hint=hint, id="portal.E001"),
    ]


@pytest.mark.django_db
def test_a_view_without_a_rule_does_not_answer(settings, client_of, regional):
    """Should it start all the same: not even the regional team gets in."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "satker.access.AccessMiddleware",
    ]
    for client in (Client(), client_of(regional)):
        assert (client.get("/terbuka/").status_code, client.get("/terbuka/").content) == (200, b"open")
        for address in ("/lupa/", "/dalam/sekali/1/"):
            response = client.get(address)
            assert response.status_code == 403
            assert b"secret" not in response.content


def test_every_view_of_the_site_has_a_rule():
    assert every_view_has_a_rule(None) == []
    rules = {access.rule_of(pattern.callback) for _route, pattern in patterns()}
    assert rules == set(Rule), "the site has views of each kind"


def test_the_administration_is_for_the_regional_team():
    found = {access.rule_of(pattern.callback) for route, pattern in patterns() if route.startswith("admin/")}
    assert found == {Rule.REGIONAL}


# --- Templates ------------------------------------------------------------------------------------


def templates() -> list[Path]:
    return [
        file for file in sorted((ROOT / "templates").rglob("*")) if file.suffix in {".html", ".txt", ".xml", ".svg"}
    ]


class Inline(HTMLParser):
    """Note scripts and styles that are written into a page, which the content policy would not run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        is_data = dict(attrs).get("type") in {"application/json", "application/ld+json"}
        if tag == "style" or (tag == "script" and "src" not in names and not is_data):
            self.found.append(f"<{tag}>")
        self.found += [f"{name}=" for name in names if name == "style" or re.match(r"on[a-z]+$", name)]
        self.found += [f"{name}={value}" for name, value in attrs if (value or "").strip().startswith("javascript:")]


def inline(source: str) -> list[str]:
    # Tags of the template language may hold quotes and brackets that are no HTML.
    bare = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", source, flags=re.DOTALL)
    bare = re.sub(r"\{\{.*?\}\}", "x", bare, flags=re.DOTALL)
    inspector = Inline()
    inspector.feed(bare)
    return inspector.found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<script>x()</script>", ["<script>"]),
        ('<script type="module">x()</script>', ["<script>"]),
        ("<style>p{}</style>", ["<style>"]),
        ('<p {% if "x" %}style="a:b"{% endif %}>', ["style="]),
        ('<button class="{{ a|default:"b" }}" onclick="x()">', ["onclick="]),
        ('<a href="javascript:x()">', ["href=javascript:x()"]),
        ('<script type="application/json">{"a": 1}</script>', []),
        ('<script type="module" src="{% static "js/a.js" %}"></script><p class="onward" data-style="x">', []),
    ],
)
def test_the_guard_of_templates_sees(source, found):
    assert inline(source) == found


def test_no_template_holds_script_or_style():
    assert templates(), "there are templates to look at"
    pages = {str(file.relative_to(ROOT)): inline(file.read_text()) for file in templates() if file.suffix != ".txt"}
    assert {page: found for page, found in pages.items() if found} == {}


def test_no_page_loads_from_elsewhere():
    """Fonts, scripts and pictures are the portal's own: a reader's visit is told to nobody."""
    outside = re.compile(r"""(?:<(?:script|img|iframe|source|link)\b[^>]*(?:src|href)=["'])(?:https?:)?//""")
    found = [str(file.relative_to(ROOT)) for file in templates() if outside.search(file.read_text())]
    sheets = [*(ROOT / "static").rglob("*.css"), *(ROOT / "static").rglob("*.js")]
    found += [
        str(file.relative_to(ROOT))
        for file in sheets
        if re.search(r"""url\(["']?(?:https?:)?//|@import\s+["'](?:https?:)?//|from ["']https?://""", file.read_text())
    ]
    assert found == []
