"""Cut a photo, say what stays in sight where it is cut further, and blur a face: always on a copy of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from news import images, photos
from news.desk.uploads import shown
from news.desk.views import desk, mine
from news.images import Box
from news.models import Article, OutOfTurn, Photo, Stale
from satker.access import OfficerRequest
from satker.models import Satker

MOST_BLURS = 40
SHAPE = (3, 2)
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


class DarkroomForm(forms.Form):
    """What is to be done to a photo; parts of it are given as left,top,width,height in per mille."""

    focus_x = forms.IntegerField(label=gettext_lazy("Focus from the left, per cent"), min_value=0, max_value=100)
    focus_y = forms.IntegerField(label=gettext_lazy("Focus from the top, per cent"), min_value=0, max_value=100)
    shape = forms.BooleanField(label=gettext_lazy("Crop to 3:2 around the focus"), required=False)
    crop = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    blurs = forms.CharField(
        label=gettext_lazy("Blur these parts"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Left, top, width, height in per mille, a part a line: 420,100,120,160"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_crop(self) -> Box | None:
        boxes = _boxes(self.cleaned_data["crop"])
        return boxes[0] if boxes and boxes[0] != WHOLE else None

    def clean_blurs(self) -> list[Box]:
        boxes = _boxes(self.cleaned_data["blurs"])
        if len(boxes) > MOST_BLURS:
            raise ValidationError(_("At most %(most)d parts can be blurred."), params={"most": MOST_BLURS})
        return boxes


def _boxes(text: str) -> list[Box]:
    boxes = []
    for line in text.replace(";", "\n").splitlines():
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(",")]
        if len(parts) != 4 or not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in parts):
            raise ValidationError(_("“%(line)s” is no part of a photo."), params={"line": line.strip()[:40]})
        left, top, width, height = (min(int(part), 1000) / 1000 for part in parts)
        if not width or not height:
            raise ValidationError(_("“%(line)s” is no part of a photo."), params={"line": line.strip()[:40]})
        boxes.append((left, top, width, height))
    return boxes


def around(photo: Photo, x: int, y: int) -> Box | None:
    """Return the largest part of shape 3:2 with the focus as near its middle as the edges allow; None if it is so."""
    wide = photo.width * SHAPE[1] > photo.height * SHAPE[0]
    width = photo.height * SHAPE[0] / SHAPE[1] / photo.width if wide else 1.0
    height = 1.0 if wide else photo.width * SHAPE[1] / SHAPE[0] / photo.height
    if min(width, height) > 0.995:
        return None
    left, top = (min(max(at / 100 - part / 2, 0), 1 - part) for at, part in ((x, width), (y, height)))
    return left, top, width, height


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: OfficerRequest, pk: int) -> HttpResponse:
    """Edit a photo of a unit within reach; the result is a new one, which the form or the story then has."""
    found = get_object_or_404(Photo, pk=pk, satker__in=Satker.objects.within_reach_of(request.user))
    story = _story(request, found)
    begins = {"focus_x": found.focus_x, "focus_y": found.focus_y}
    form = DarkroomForm(request.POST or None, initial=begins)
    asked = "application/json" in request.headers.get("Accept", "")
    if request.method == "POST" and form.is_valid():
        try:
            made = _made(request, found, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            if asked:
                return JsonResponse({"photo": shown(made)})
            return _put(request, story, found, made)
    if asked and request.method == "POST":
        told = [each for errors in form.errors.values() for each in errors]
        return JsonResponse({"error": " ".join(map(str, told))}, status=422)
    context = {"photo": found, "form": form, "story": story}
    return render(request, "desk/darkroom.html", context, status=422 if form.errors else 200)


def _story(request: OfficerRequest, found: Photo) -> Article | None:
    """Return the story for which a photo is edited on a page of its own, None for a form in the browser."""
    asked = request.GET.get("naskah", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 18):
        raise Http404
    story = mine(request, int(asked))
    if found not in photos.of(story):
        raise Http404
    return story


def _made(request: OfficerRequest, found: Photo, asked: dict[str, Any]) -> Photo:
    """Return a new row for the edited photo; where only the focus moves, it shares the files."""
    focus = {"focus_x": asked["focus_x"], "focus_y": asked["focus_y"]}
    crop, blurs = asked["crop"], asked["blurs"]
    if asked["shape"] and not crop:
        crop = around(found, **{name[-1]: value for name, value in focus.items()})
    if not crop and not blurs:
        return found.again(uploaded_by=request.user, **focus)
    changes = vars(images.edited(found.stem, crop, blurs))
    if crop:
        left, top, width, height = crop
        focus = {
            "focus_x": _within(focus["focus_x"], left, width), "focus_y": _within(focus["focus_y"], top, height)
        }  # fmt: skip
    return found.again(uploaded_by=request.user, blurred_from=found.pk if blurs else None, **changes, **focus)


def _within(at: int, begins: float, part: float) -> int:
    """Return where a point of the whole lies in a part of it, in per cent."""
    return round(min(max((at / 100 - begins) / part, 0), 1) * 100)


def _put(request: OfficerRequest, story: Article | None, old: Photo, new: Photo) -> HttpResponse:
    """Put the edited photo in the place of the old one, as a new version of the story."""
    if story is None:
        return redirect("desk:photo", new.pk)
    rows = [(new if each == old else each, {name: getattr(each, name) for name in photos.WORDS})
            for each in photos.of(story)]  # fmt: skip
    try:
        story.revise(
            request.user, version=story.version, lead_photo=rows[0][0] if story.lead_photo else None,
            photo_words=rows[0][1], gallery=rows[1:] if story.lead_photo else rows,
        )  # fmt: skip
    except (Stale, OutOfTurn):
        return redirect("desk:article", story.pk)
    return redirect("desk:article", story.pk)
