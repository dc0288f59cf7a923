"""Whether a story counts and why not, in sentences: said alike to the unit that asks and to the team that answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext

from news import quality
from news.ledger import Reason
from news.models import Article, CountingRule, LedgerEntry, Measure, SecondLook
from news.querysets import ArticleQuerySet


@dataclass(frozen=True)
class Decision:
    """What the ledger says of a story that was published: whether it counts now; `like` is what it repeats.

    The sentences are the reasons of the rule; they stay when a second look has let the story count after all.
    """

    counted: bool
    sentences: list[str] = field(default_factory=list)
    looks: list[SecondLook] = field(default_factory=list)  # in the order of time
    entry: LedgerEntry | None = None  # the row that says the rule did not count it
    like: Article | None = None

    @property
    def look(self) -> SecondLook | None:
        """The second look that was asked for last."""
        return self.looks[-1] if self.looks else None

    @property
    def refused(self) -> bool:
        """Whether a second look did not change that the story does not count."""
        return not self.counted and self.look is not None and self.look.granted is False

    @property
    def may_ask(self) -> bool:
        """Whether a second look can be asked for: nobody waits for one, and two have not been declined."""
        declined = [look.granted is False for look in self.looks]
        return self.entry is not None and not self.counted and all(declined) and len(declined) < SecondLook.MOST


def decision(article: Article) -> Decision:
    """Return the decision on one published story: one query if the rule counted it, two if not."""
    return decisions([article])[article.pk]


def decisions(articles: Iterable[Article]) -> dict[int, Decision]:
    """Return the decision on each of these stories by its number; two queries at most, however many they are."""
    numbers = [article.pk for article in articles]
    sums: Counter[int] = Counter()
    refused: dict[int, LedgerEntry] = {}
    for row in _rows().filter(article__in=numbers):
        sums[row.article_id] += row.delta
        if row.reason == Reason.NOT_COUNTED:
            refused[row.article_id] = row
    looks = _looks(refused) if refused else {}
    return {pk: _decision(sums[pk] > 0, refused.get(pk), looks.get(pk, [])) for pk in numbers}


def marked(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Return these stories, each told whether it is `uncounted`, and `refused` by a second look too; no query more."""
    rows = LedgerEntry.objects.lead().filter(article=OuterRef("pk"))
    looks = SecondLook.objects.filter(article=OuterRef("pk"))
    return articles.annotate(
        uncounted=Exists(quality.not_counted(rows)),
        refused=Exists(looks.filter(granted=False)) & ~Exists(looks.exclude(granted=False)),
    )


def _decision(counted: bool, row: LedgerEntry | None, looks: list[SecondLook]) -> Decision:
    if row is None:
        return Decision(counted)
    found: Measure | None = getattr(row.article, "measure", None)
    sentences = [_sentence(code, row, found) for code in row.why.split()]
    copied = found.like if found and "copy" in row.why.split() else None
    return Decision(counted, sentences, looks, row, copied)


def _rows() -> QuerySet[LedgerEntry]:
    """Return the rows of lead units, with what the rule asked and what the story measured."""
    rule = CountingRule.objects.filter(version=OuterRef("rule_version"))
    return (
        LedgerEntry.objects.lead()
        .annotate(
            asked_words=Subquery(rule.values("min_words")[:1]), asked_percent=Subquery(rule.values("copy_percent")[:1])
        )
        .select_related("article__measure__like")
        .defer("article__body", "article__measure__like__body")
    )


def _looks(refused: Iterable[int]) -> dict[int, list[SecondLook]]:
    found: dict[int, list[SecondLook]] = {}
    looks = SecondLook.objects.filter(article__in=list(refused)).select_related("asked_by", "answered_by")
    for look in looks.order_by("asked_at", "pk"):
        found.setdefault(look.article_id, []).append(look)
    return found


def _sentence(code: str, row: LedgerEntry, found: Measure | None) -> str:
    """Return what the rule asks and what the story had, for one code of `CountingRule.failings`."""
    asked_words, asked_percent = row.asked_words, row.asked_percent  # type: ignore[attr-defined]
    if code == "words":
        return gettext("The rule asks for %(asked)d words or more; this story has %(had)d.") % {
            "asked": asked_words or 0,
            "had": found.words if found else 0,
        }
    if code == "photo":
        return gettext("The rule asks for a lead photo with caption and description; this story had none.")
    if code == "copy":
        return gettext(
            "The rule asks that less than %(asked)d%% of the wording be shared with an earlier story; "
            "this story shares %(had)d%% with “%(title)s”."
        ) % {
            "asked": asked_percent or 0,
            "had": (found.likeness if found else 0) or 0,
            "title": found.like.title if found and found.like else "–",
        }
    return gettext("The rule does not count it: %(code)s.") % {"code": code}
