"""The data of the portal, a file for each subject."""

from news.models.article import Article, ArticleTag
from news.models.closing import Closing
from news.models.history import Correction, OldPath, Revision
from news.models.ledger import LedgerEntry, Receipt, Tally
from news.models.photo import Photo
from news.models.states import OutOfTurn, Stale, Status
from news.models.taxonomy import Category, Programme

__all__ = [
    "Article", "ArticleTag", "Category", "Closing", "Correction", "LedgerEntry", "OldPath", "OutOfTurn", "Photo",
    "Programme", "Receipt", "Revision", "Stale", "Status", "Tally",
]  # fmt: skip
