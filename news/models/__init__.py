"""The data of the portal, a file for each subject."""

from news.models.article import Article, ArticleTag
from news.models.closing import Closing
from news.models.counting import Band, CountingRule, DailyReads, Measure
from news.models.desk import Autosave, Presence, PreviewLink, StoryTemplate, StyleRule
from news.models.goals import CoachingNote, DayOff, RosterDay, Target
from news.models.history import Correction, OldPath, Revision
from news.models.ledger import LedgerEntry, Receipt, Tally
from news.models.looks import SecondLook
from news.models.minors import Consent, ConsentChange
from news.models.needs import Need, NeedItem, NeedKind, NeedReason
from news.models.notices import Notice, NoticeMail
from news.models.pack import Pack
from news.models.photo import GalleryPhoto, Photo, Upload, UploadPart
from news.models.publication import Channel, Publication
from news.models.quality import PointWeight, RekapSettings, Rubric
from news.models.removals import NameCleaning, RemovalRequest
from news.models.states import OutOfTurn, Stale, Status
from news.models.taxonomy import Category, Programme
from news.models.traffic import Traffic

__all__ = [
    "Article", "ArticleTag", "Autosave", "Band", "Category", "Channel", "Closing", "CoachingNote", "Consent",
    "ConsentChange", "Correction", "CountingRule", "DailyReads", "DayOff", "GalleryPhoto", "LedgerEntry", "Measure",
    "NameCleaning", "Need", "NeedItem", "NeedKind", "NeedReason", "Notice", "NoticeMail", "OldPath", "OutOfTurn",
    "Pack", "Photo", "PointWeight", "Presence", "PreviewLink", "Programme", "Publication", "Receipt",
    "RekapSettings", "RemovalRequest", "Revision", "RosterDay", "Rubric", "SecondLook", "Stale", "Status",
    "StoryTemplate", "StyleRule", "Tally", "Target", "Traffic", "Upload", "UploadPart",
]  # fmt: skip
