"""The photos of a story: each row is its own, the first one leads, the others follow in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from news.models.photo import GalleryPhoto, Photo

if TYPE_CHECKING:
    from news.models.article import Article

WORDS = ("caption", "alt", "credit")
MOST = 12
Words = dict[str, str]
Gallery = list[tuple[Photo, Words]]


def gallery(article: Article) -> list[Photo]:
    """Return the photos beside the lead photo, in their order; one query if they were not loaded with the article."""
    rows = article.gallery_rows.all()
    loaded = "gallery_rows" in getattr(article, "_prefetched_objects_cache", {})
    return [row.photo for row in (rows if loaded else rows.select_related("photo"))]


def of(article: Article) -> list[Photo]:
    """Return all photos of an article, the lead photo first."""
    return [*([article.lead_photo] if article.lead_photo else []), *gallery(article)]


def gallery_content(article: Article) -> list[dict[str, Any]]:
    """Return what a saved version keeps of the photos beside the lead photo."""
    rows = article.gallery_rows.values("photo_id", *(f"photo__{name}" for name in WORDS)) if article.pk else []
    return [{"id": row["photo_id"], **{name: row[f"photo__{name}"] for name in WORDS}} for row in rows]


def is_free_for(photo: Photo, article: Article) -> bool:
    """Return whether no other story has this row: its words would change there too."""
    leads, shows = photo.leading.exclude(pk=article.pk), photo.shown_in.exclude(pk=article.pk)
    return not leads.exists() and not shows.exists()


def take(article: Article, photo: Photo, words: Words) -> None:
    """Make a photo this story's own, with these words; raises PermissionDenied for another story's."""
    if not is_free_for(photo, article):
        raise PermissionDenied
    for name in WORDS:
        setattr(photo, name, words.get(name, getattr(photo, name)))
    photo.satker, photo.pending = article.satker, False
    photo.save(update_fields=[*WORDS, "satker", "pending"])
    if photo.blurred_from:
        _let_go(article, photo.blurred_from)


def _let_go(article: Article, pk: int) -> None:
    """Delete the picture that shows what was blurred, unless another story shows it; no version brings it back."""
    old = Photo.objects.filter(pk=pk).first()
    if old is None or not is_free_for(old, article):
        return
    if article.pk:
        article.gallery_rows.filter(photo=old).delete()
        type(article).objects.filter(pk=article.pk, lead_photo=old).update(lead_photo=None)
    transaction.on_commit(lambda: _remove(pk))


def _remove(pk: int) -> None:
    """Delete a photo with its files, if no story has it by now."""
    old = Photo.objects.filter(pk=pk).first()
    if old and not old.is_taken:
        old.remove()


def set_gallery(article: Article, chosen: Gallery) -> None:
    """Let these photos follow the lead photo, in this order; each is taken as `take` does."""
    lead = article.lead_photo_id
    rows = [(photo, words) for photo, words in chosen if photo.pk != lead]
    for photo, words in rows:
        take(article, photo, words)
    article.gallery_rows.all().delete()
    GalleryPhoto.objects.bulk_create(
        GalleryPhoto(article=article, photo=photo, place=place) for place, (photo, _words) in enumerate(rows, 1)
    )


def without_words(article: Article) -> list[Photo]:
    """Return the photos beside the lead photo of which it is not said what they show."""
    return [photo for photo in gallery(article) if not photo.alt] if article.pk else []
