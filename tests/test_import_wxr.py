"""WordPress exports: every public item once, nothing private in public, nothing hostile at all."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from news import html
from news.importing import wordpress, wxr
from news.models import Article, ArticleTag, Category, LedgerEntry, OldPath, Receipt, Revision, Tally
from news.reader import redirects
from satker.models import Kind, Satker

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "wxr" / "a11y-theme-unit-test-data.xml"
WITA = dt.timezone(dt.timedelta(hours=8))

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Lama</title><link>https://lama.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[wahyuni]]></wp:author_login>
<wp:author_display_name><![CDATA[Wahyuni Rasyid]]></wp:author_display_name></wp:author>
"""
TAIL = "</channel></rss>\n"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def pinrang(db: None) -> Satker:
    return Satker.objects.create(
        code="PNR",
        kind=Kind.objects.get_or_create(code="lain", defaults={"name": "Lainnya"})[0],
        official_name="Kantor Kementerian Agama Pinrang",
        short_name="Kemenag Pinrang",
        byline="Humas Pinrang",
        dateline_place="Pinrang",
        receipt_prefix="PNR",
    )


@pytest.fixture
def corpus() -> Path:
    if not CORPUS.exists():
        pytest.skip(f"no corpus at {CORPUS}")
    return CORPUS


def item(number: int, content: str = "Isi berita.", terms: str = "", comments: int = 0, **more: str) -> str:
    texts = {
        "title": f"Judul {number}",
        "link": f"https://lama.example/2020/05/judul-{number}/",
        "dc:creator": "wahyuni",
        "excerpt:encoded": "",
        "wp:post_id": str(number),
        "wp:post_date": "2020-05-04 09:00:00",
        "wp:post_date_gmt": "2020-05-04 01:00:00",
        "wp:status": "publish",
        "wp:post_type": "post",
        "wp:post_password": "",
        "content:encoded": content,
        **{name.replace("__", ":"): text for name, text in more.items()},
    }
    fields = "".join(f"<{name}><![CDATA[{text}]]></{name}>" for name, text in texts.items())
    return f"<item>{fields}{terms}{'<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>' * comments}</item>\n"


def term(domain: str, name: str, nicename: str | None = None) -> str:
    return f'<category domain="{domain}" nicename="{nicename or name.lower()}"><![CDATA[{name}]]></category>'


def export(folder: Path, *items: str, head: str = HEAD, tail: str = TAIL) -> Path:
    path = folder / "export.xml"
    path.write_text(head + "".join(items) + tail)
    return path


def run(path: Path, folder: Path, *arguments: str) -> list[str]:
    """Run the command and return what it tells, without the time, which is never the same."""
    out = io.StringIO()
    options = ["--satker", "PNR", "--errors", str(folder / "errors.jsonl"), *arguments]
    call_command("import_wxr", str(path), *options, stdout=out, stderr=out)
    return [each for each in out.getvalue().splitlines() if not each.startswith("Time: ")]


def errors(folder: Path) -> list[tuple[int, str, str]]:
    file = folder / "errors.jsonl"
    rows = map(json.loads, file.read_text().splitlines()) if file.exists() else ()
    return [(row["item"], row["id"], row["reason"]) for row in rows]


# --- A real export ------------------------------------------------------------------------------------


def test_every_published_item_of_a_real_export_is_imported_once(pinrang: Satker, tmp_path: Path, corpus: Path) -> None:
    told = run(corpus, tmp_path)

    assert told == [
        "Imported: 47",
        "Of these kept as drafts: 3",
        "Already there: 0",
        "Bad, left out: 0",
        "Tags beyond eight an article, left out: 52",
        "Comments, never imported: 29",
        "Pictures within texts, left behind: 119",
        "Of the type attachment, left out: 39",
        "Of the type nav_menu_item, left out: 50",
        "Of the type page, left out: 18",
    ]
    # Read again without the importer: by what the file itself says.
    items = corpus.read_text().replace("<![CDATA[", "").replace("]]>", "").split("<item>")[1:]
    posts = [text for text in items if "<wp:post_type>post</wp:post_type>" in text]
    public = {
        found[1]
        for text in posts
        if "<wp:status>publish</wp:status>" in text
        and not re.search("<wp:post_password>[^<]", text)
        and (found := re.search(r"<wp:post_id>(\d+)<", text))
    }
    assert len(public) == 44
    assert set(Article.objects.published().values_list("external_id", flat=True)) == public
    assert set(Article.objects.values_list("source", flat=True)) == {"wxr:wpthemetestdata.wordpress.com"}
    assert LedgerEntry.objects.count() == Receipt.objects.count() == Tally.objects.lead().total() == 44
    assert Revision.objects.filter(verb="import").count() == 47


def test_a_second_run_adds_nothing(pinrang: Satker, tmp_path: Path, corpus: Path) -> None:
    models = (Article, Receipt, LedgerEntry, Revision, ArticleTag, OldPath)
    run(corpus, tmp_path)
    before = [model.objects.count() for model in models]
    assert run(corpus, tmp_path)[:3] == ["Imported: 0", "Already there: 47", "Bad, left out: 0"]
    assert [model.objects.count() for model in models] == before


def test_pages_come_when_they_are_asked_for(pinrang: Satker, tmp_path: Path, corpus: Path) -> None:
    told = run(corpus, tmp_path, "--pages")
    assert told[0] == "Imported: 65"
    assert [each for each in told if "type page" in each] == []
    assert Article.objects.published().count() == 44 + 18
    assert OldPath.objects.get(path="/?page_id=146").article.title == "Lorem Ipsum"


def test_bodies_of_a_real_export_are_clean_and_have_paragraphs(pinrang: Satker, tmp_path: Path, corpus: Path) -> None:
    run(corpus, tmp_path)
    for article in Article.objects.all():
        assert html.clean(article.body) == article.body
        assert not re.search(r"<(script|style|iframe|object|embed|form|svg)|\son\w+=|javascript:", article.body)
        assert "[caption" not in article.body
    assert Article.objects.get(external_id="1179").body == (
        '<p><a href="https://twitter.com/nacin/status/319508408669708289" rel="noopener noreferrer nofollow ugc">'
        "https://twitter.com/nacin/status/319508408669708289</a></p>"
        '<p>This post tests WordPress\' <a href="http://en.support.wordpress.com/twitter/twitter-embeds/"'
        ' rel="noopener noreferrer nofollow ugc">Twitter Embeds</a> feature.</p>'
    )
    assert Article.objects.get(external_id="1163").body == "<p>Bell on wharf in San Francisco</p>"


# --- What is public, and when -------------------------------------------------------------------------


def test_what_was_not_public_there_never_is_here(pinrang: Satker, tmp_path: Path) -> None:
    kept = {
        1: {"wp__status": "draft"},
        2: {"wp__status": "pending"},
        3: {"wp__status": "private"},
        4: {"wp__status": "future", "wp__post_date_gmt": "2099-01-01 00:00:00"},
        5: {"wp__post_password": "rahasia"},
        6: {"wp__post_password": " "},
        7: {"wp__status": "draft", "wp__post_date_gmt": "0000-00-00 00:00:00", "wp__post_date": "0000-00-00 00:00:00"},
        8: {"wp__status": "apa-saja"},
        9: {"wp__status": ""},
    }
    path = export(
        tmp_path,
        *(item(number, terms=term("post_tag", "Haji"), **more) for number, more in kept.items()),
        item(10, wp__status="trash"),
        item(11, wp__status="auto-draft"),
    )

    told = run(path, tmp_path)

    assert told == [
        "Imported: 9", "Of these kept as drafts: 9", "Already there: 0", "Bad, left out: 0", "In the bin, left out: 2",
    ]  # fmt: skip
    assert dict(Article.objects.values_list("external_id", "status")) == {str(n): "draft" for n in kept}
    assert not Article.objects.filter(first_published_at__isnull=False).exists()
    assert (Receipt.objects.count(), LedgerEntry.objects.count(), Tally.objects.count()) == (0, 0, 0)
    assert set(ArticleTag.objects.values_list("public_at", flat=True)) == {None}
    assert [redirects.find(f"/2020/05/judul-{number}/") for number in kept] == [None] * 9
    assert Article.objects.get(external_id="1").created_at == dt.datetime(2020, 5, 4, 9, tzinfo=WITA)
    assert Article.objects.get(external_id="4").created_at <= timezone.now()


def test_an_article_counts_on_the_day_it_was_published(pinrang: Satker, tmp_path: Path) -> None:
    run(
        export(
            tmp_path,
            item(1, wp__post_date_gmt="2019-12-31 16:30:00"),  # New Year's Day in Makassar
            item(2, wp__post_date_gmt="0000-00-00 00:00:00", wp__post_date="2019-12-31 23:30:00"),
        ),
        tmp_path,
    )
    assert dict(LedgerEntry.objects.values_list("article__external_id", "day")) == {
        "1": dt.date(2020, 1, 1),
        "2": dt.date(2019, 12, 31),
    }
    assert set(Receipt.objects.values_list("code", flat=True)) == {"PNR-2020-0001", "PNR-2019-0001"}


def test_items_that_cannot_be_counted_are_bad(pinrang: Satker, tmp_path: Path) -> None:
    path = export(
        tmp_path,
        item(1),
        item(2, wp__post_date_gmt="2099-01-01 00:00:00"),
        item(3, wp__post_date_gmt="1985-01-01 00:00:00"),
        item(4, wp__post_date_gmt="", wp__post_date=""),
        item(5, content="<img src='x.jpg'>", title=""),
        item(6, wp__post_id=""),
    )
    told = run(path, tmp_path)
    assert told[:3] == ["Imported: 1", "Already there: 0", f"Bad, left out: 5 ({tmp_path / 'errors.jsonl'})"]
    assert errors(tmp_path) == [
        (2, "2", "The date lies in the future."),
        (3, "3", "The date lies before 1990."),
        (4, "4", "The post has no date."),
        (5, "5", "The post has neither title nor text."),
        (6, "", "The post has no id."),
    ]
    raw = json.loads((tmp_path / "errors.jsonl").read_text().splitlines()[0])["raw"]
    assert "Judul 2" in raw


# --- Title, tags, old addresses -----------------------------------------------------------------------


def test_titles_are_plain_and_fit(pinrang: Satker, tmp_path: Path) -> None:
    path = export(
        tmp_path,
        item(1, title="Haji &amp; <em>Umrah</em>  2020"),
        item(2, title="kata " * 60),
        item(3, title="", content="<p>Jemaah haji tiba.</p><p>" + "Mereka disambut keluarga di bandara. " * 5 + "</p>"),
    )
    run(path, tmp_path)
    assert dict(Article.objects.values_list("external_id", "title")) == {
        "1": "Haji & Umrah 2020",
        "2": "kata " * 29 + "kata\u2026",
        "3": "Jemaah haji tiba. Mereka disambut keluarga di bandara. Mereka disambut keluarga\u2026",
    }


def test_a_category_of_ours_is_the_category_and_all_else_are_tags(pinrang: Satker, tmp_path: Path) -> None:
    by_slug = Category.objects.create(slug="haji-umrah", name="Haji dan Umrah")
    by_name = Category.objects.create(slug="pendidikan-islam", name="Pendidikan")
    path = export(
        tmp_path,
        item(1, terms=term("category", "Berita Haji", "haji-umrah") + term("post_tag", "#Manasik &amp; Umrah")),
        item(2, terms=term("category", "PENDIDIKAN", "didik") + term("category", "Kegiatan") + term("nav_menu", "X")),
        item(3, terms=term("category", "Uncategorized") + "".join(term("post_tag", f"Tanda {n}") for n in range(10))),
        item(4, terms=term("post_tag", "Haji") + term("category", "HAJI")),
    )

    told = run(path, tmp_path)

    assert told[-1] == "Tags beyond eight an article, left out: 2"
    assert {
        article.external_id: (article.category, sorted(tag.name for tag in article.tags.all()))
        for article in Article.objects.all()
    } == {
        "1": (by_slug, ["manasik & umrah"]),
        "2": (by_name, ["kegiatan"]),
        "3": (None, [f"tanda {n}" for n in range(8)]),
        "4": (None, ["haji"]),
    }


def test_old_addresses_lead_to_the_article(pinrang: Satker, tmp_path: Path) -> None:
    path = export(tmp_path, item(1), item(2, link="https://lama.example/?p=2"), item(3, link="/2020/%D8%AD%D8%AC/"))
    run(path, tmp_path)
    assert set(OldPath.objects.values_list("article__external_id", "path")) == {
        ("1", "/2020/05/judul-1/"),
        ("1", "/?p=1"),
        ("2", "/?p=2"),
        ("3", "/2020/\u062d\u062c/"),
        ("3", "/?p=3"),
    }
    found = redirects.find("/2020/05/judul-1")
    assert found and found.external_id == "1"


def test_an_old_address_that_is_taken_stays_with_its_first_article(pinrang: Satker, tmp_path: Path) -> None:
    run(export(tmp_path, item(1)), tmp_path)
    other = HEAD.replace("https://lama.example", "https://lain.example")
    told = run(export(tmp_path, item(1), item(2), head=other), tmp_path)
    assert told[-1] == "Old addresses left out, held by another article: 2"
    assert set(OldPath.objects.values_list("article__source", "path")) == {
        ("wxr:lama.example", "/2020/05/judul-1/"),
        ("wxr:lama.example", "/?p=1"),
        ("wxr:lain.example", "/2020/05/judul-2/"),
        ("wxr:lain.example", "/?p=2"),
    }


def test_sites_that_share_a_host_do_not_share_their_numbers(pinrang: Satker, tmp_path: Path) -> None:
    for site in ("satu", "dua"):
        head = HEAD.replace("https://lama.example", f"https://lama.example/{site}/")
        assert run(export(tmp_path, item(1), head=head), tmp_path)[0] == "Imported: 1"
    assert set(Article.objects.values_list("source", flat=True)) == {"wxr:lama.example/satu", "wxr:lama.example/dua"}
    assert set(OldPath.objects.values_list("path", flat=True)) == {"/2020/05/judul-1/", "/satu/?p=1", "/dua/?p=1"}


def test_writer_and_excerpt_come_along(pinrang: Satker, tmp_path: Path) -> None:
    run(export(tmp_path, item(1, excerpt__encoded="<p>Ringkas &amp; jelas.</p>")), tmp_path)
    assert list(Article.objects.values_list("writer", "lead")) == [("Wahyuni Rasyid", "Ringkas & jelas.")]


# --- The text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("Satu\nbaris\n\nDua\r\n\r\n \r\nTiga", "<p>Satu<br>baris</p><p>Dua</p><p>Tiga</p>"),
        ("Satu\n<h2>Judul</h2>\nDua\n\nTiga", "<p>Satu</p><h2>Judul</h2><p>Dua</p><p>Tiga</p>"),
        ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<blockquote>Satu\n\nDua</blockquote>", "<blockquote><p>Satu</p><p>Dua</p></blockquote>"),
        ("<div>Satu\n\nDua</div>Tiga", "<p>Satu</p><p>Dua</p><p>Tiga</p>"),
        ("<p>Satu\n\nDua\n<p>Tiga", "<p>Satu</p><p>Dua</p><p>Tiga</p>"),
        ("<!-- wp:paragraph -->\n<p>Satu</p>\n<!-- /wp:paragraph -->", "<p>Satu</p>"),
        ("Satu<!--more-->\n\nDua<!-- terbuka", "<p>Satu</p><p>Dua</p>"),
        ('[caption id="1" width="3"]<a href="x"><img src="http://x/y.jpg" /></a> Suasana rapat[/caption]\nSatu',
         "<p>Suasana rapat</p><p>Satu</p>"),
        ('Satu [caption caption="Suasana rapat"]<img src="y">[/caption]', "<p>Satu</p><p>Suasana rapat</p>"),
        ('Satu\n\n[gallery ids="1,2"]\n\n[vc_row width="1/2"]Dua[/vc_row]', "<p>Satu</p><p>Dua</p>"),
        ("Satu [sic] dan [1], [[gallery]]", "<p>Satu [sic] dan [1], [gallery]</p>"),
        ("[embed]https://youtu.be/a_b-c?x=1&y=2[/embed]",
         '<p><a href="https://youtu.be/a_b-c?x=1&amp;y=2" rel="noopener noreferrer nofollow ugc">'
         "https://youtu.be/a_b-c?x=1&amp;y=2</a></p>"),
        ("Satu <b>tebal</b>\n\n<script>\n\nalert(1)\n\n</script>Dua", "<p>Satu <strong>tebal</strong></p><p>Dua</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_text_of_wordpress_becomes_paragraphs(content: str, body: str) -> None:
    cleaned = html.clean(wordpress.to_html(content))
    assert re.sub(r"\s*\n\s*|(?<=>) +| +(?=<)", lambda gap: "" if "\n" in gap[0] else gap[0], cleaned) == body


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">klik</a>',
    '<iframe src="https://x.example"></iframe>',
    "<svg><animate onbegin=alert(1)>",
    '<p style="position:fixed" onclick="alert(1)">besar</p>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "[caption]<img src=x onerror=alert(1)><script>alert(1)</script>[/caption]",
    '[caption caption="<img src=x onerror=alert(1)>"]',
    '<<script>script>alert(1)<</script>/script>',
    "https://x.example/\"onmouseover=alert(1)",
    "<!--<img src=--><img src=x onerror=alert(1)//-->",
    "<p\n\nonclick=alert(1)>x",
    "<form action=/keluar><button>kirim</button></form>",
]  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE)
def test_hostile_mark_up_is_gone(pinrang: Satker, tmp_path: Path, content: str) -> None:
    run(export(tmp_path, item(1, content=f"Satu\n\n{content}\n\nDua", title=f"Judul {content}")), tmp_path)
    article = Article.objects.get()
    assert html.clean(article.body) == article.body
    tags = re.findall(r"<[^>]*>", article.body)
    assert {
        tag for tag in tags if not re.fullmatch(r'</?(p|br|a)( href="https://[^"]*" rel="[a-z ]+")?>', tag)
    } == set()
    assert "<" not in re.sub(r"<[^>]*>", "", article.body)


@pytest.mark.parametrize(
    "content",
    ["<" * 100_000, "[a " * 50_000, "[ab <[ab >" * 30_000, "<!--" * 50_000, "\n \n" * 50_000, "<a " * 50_000,
     "<div>" * 20_000 + "a\n\nb", "[caption]" * 30_000, "https://" * 30_000, "<img" * 50_000, "<p><a>" * 20_000],
)  # fmt: skip
def test_hostile_lengths_take_no_time(content: str) -> None:
    begun = timezone.now()
    wordpress.to_html(content)
    assert timezone.now() - begun < dt.timedelta(seconds=3)


# --- The file -------------------------------------------------------------------------------------------

BOMB = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
"""


@pytest.mark.parametrize(
    "prolog",
    [
        BOMB,
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        "<!DOC\x01TYPE rss [<!ENTI\x02TY a 'b'>]>",
        f"<!--{' ' * 200_000}--><!DOCTYPE rss>",
    ],
)
def test_document_types_are_refused_before_anything_is_read(pinrang: Satker, tmp_path: Path, prolog: str) -> None:
    text = HEAD.split("?>\n", 1)[1] + item(1).replace("<![CDATA[Judul 1]]>", "Judul 1 &a;") + TAIL
    path = tmp_path / "export.xml"
    path.write_text(prolog + text)
    with pytest.raises(CommandError) as refused:
        run(path, tmp_path)
    assert str(refused.value) == (
        "The file declares a document type (DOCTYPE). A WordPress export has none; it is refused."
    )
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This is not an XML file: no element found: line 1, column 0."),
        (b"hello", "This is not an XML file: syntax error: line 1, column 0."),
        ("<rss/>".encode("utf-16"), "The file is UTF-16. Export it again as UTF-8."),
        (b"<rss><channel><item><title>a</title></item></channel></rss>",
         "This is not a WordPress export: it does not say which version of the format it has."),
        (b"<html><body><p>x</p></body></html>",
         "This is not a WordPress export: it does not say which version of the format it has."),
    ],
)  # fmt: skip
def test_other_files_are_refused(pinrang: Satker, tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "export.xml"
    path.write_bytes(data)
    with pytest.raises(CommandError) as refused:
        run(path, tmp_path)
    assert str(refused.value) == sentence


def test_a_file_that_breaks_off_keeps_what_came_before(pinrang: Satker, tmp_path: Path) -> None:
    path = export(tmp_path, item(1), item(2), item(3)[:100], tail="")
    broken_line = path.read_text().count("\n") + 1

    told = run(path, tmp_path)

    assert told[:3] == ["Imported: 2", "Already there: 0", "Bad, left out: 0"]
    assert told[3].startswith(f"The file breaks off or is broken at line {broken_line}, character ")
    assert told[4] == "What stands before that place is imported. Mend the file and run this again."
    assert Article.objects.published().count() == 2

    assert run(export(tmp_path, item(1), item(2), item(3)), tmp_path)[:2] == ["Imported: 1", "Already there: 2"]


def test_control_characters_are_passed_over(pinrang: Satker, tmp_path: Path) -> None:
    run(export(tmp_path, item(1, content="Is\x0bi\x1f ber\x00ita.", title="Ju\x08dul")), tmp_path)
    assert list(Article.objects.values_list("title", "body")) == [("Judul", "<p>Isi berita.</p>")]


def test_other_types_and_comments_are_counted_only(pinrang: Satker, tmp_path: Path) -> None:
    path = export(
        tmp_path,
        item(1, comments=2, content='Satu <img src="a.jpg"><IMG src="b.jpg">'),
        item(2, wp__post_type="attachment", comments=1),
        item(3, wp__post_type="wp_block"),
        item(4, wp__post_type="page"),
    )
    assert run(path, tmp_path) == [
        "Imported: 1",
        "Already there: 0",
        "Bad, left out: 0",
        "Comments, never imported: 3",
        "Pictures within texts, left behind: 2",
        "Of the type attachment, left out: 1",
        "Of the type page, left out: 1",
        "Of the type wp_block, left out: 1",
    ]


def test_a_file_without_posts_is_an_error(pinrang: Satker, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Nothing could be imported"):
        run(export(tmp_path, item(1, wp__post_type="page")), tmp_path)


def test_an_unknown_unit_is_an_error(pinrang: Satker, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No unit has the code XXX"):
        call_command("import_wxr", str(export(tmp_path, item(1))), "--satker", "XXX")


def test_ten_times_the_items_take_no_more_memory(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = export(tmp_path, *(item(number, content="Isi berita. " * 500) for number in range(count)))
        with path.open("rb") as file:
            tracemalloc.start()
            read = sum(name == "item" for name, _element in wxr.children(wxr.Filtered(file)))
            _now, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert read == count
        return most

    assert peak(2000) < 1.2 * peak(200)
