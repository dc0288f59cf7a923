"""What others did to my stories, and what was handed in: told in the desk, and by e-mail to whoever asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from news import notices
from news.desk.views import desk
from news.models import Notice, NoticeMail
from news.paging import window
from satker import access
from satker.access import OfficerRequest
from satker.accounts.adapter import sends_mail

PAGE = 20
LOOKS = {Notice.Kind.GRANTED, Notice.Kind.DECLINED}


@dataclass(frozen=True)
class Told:
    """One line of the page: the notice, what happened in words, and the way to the story."""

    notice: Notice
    sentence: str
    address: str


class MailForm(forms.ModelForm):
    """Of which notices an officer wants a mail too."""

    class Meta:
        model = NoticeMail
        fields = ["returned", "published", "stopped", "answered", "handed_in"]

    def __init__(self, *args: object, reviews: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not reviews:
            del self.fields["handed_in"]


def _told(notice: Notice) -> Told:
    page = "desk:counted" if notice.kind in LOOKS else "desk:article"
    return Told(notice, notices.sentence(notice), reverse(page, args=[notice.article_id]))


def _reviews(request: OfficerRequest) -> bool:
    """Return whether stories are handed in to this officer."""
    unit = request.user.satker
    return unit is None or access.may(request.user, access.Action.PUBLISH, unit)


@desk
@require_safe
def notice_list(request: OfficerRequest) -> HttpResponse:
    """What the officer was told, the newest first; each line leads to its story."""
    rows = Notice.objects.to(request.user).select_related("article__satker", "actor").defer("article__body")
    page = window(rows, request.GET, PAGE, "at")
    return render(
        request, "desk/notices.html", {"page": page, "lines": [_told(each) for each in page.items], "tab": "notices"}
    )


@desk
@require_POST
def read_all(request: OfficerRequest) -> HttpResponse:
    notices.read_all(request.user)
    return redirect("desk:notices")


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: OfficerRequest) -> HttpResponse:
    """Choose of what to be told by e-mail too."""
    choice = NoticeMail.objects.filter(officer=request.user).first() or NoticeMail(officer=request.user)
    form = MailForm(request.POST if request.method == "POST" else None, instance=choice, reviews=_reviews(request))
    if request.method == "POST" and form.is_valid():
        # Two at once, on two phones, would both make the row: the later one stands.
        NoticeMail.objects.update_or_create(officer=request.user, defaults=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("desk:notices")
    return render(request, "desk/notice_mail.html", {"form": form, "sends_mail": sends_mail(), "tab": "notices"})
