"""Preview links for the head of office: made, shown with their end, taken back."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news import previews
from news.desk.views import desk, mine
from news.models import Article, PreviewLink
from satker.access import OfficerRequest


class DaysForm(forms.Form):
    """How long the link opens."""

    days = forms.TypedChoiceField(choices=[(days, days) for days in previews.DAYS], coerce=int)


def _back(story: Article) -> HttpResponse:
    return redirect(f"{reverse('desk:article', args=[story.pk])}?tautan=1#tautan")


@desk
@require_POST
def make(request: OfficerRequest, pk: int) -> HttpResponse:
    """Make a link that ends in so many days."""
    story, form, now = mine(request, pk), DaysForm(request.POST), timezone.now()
    if not form.is_valid():
        messages.error(request, _("Choose how long the link opens."))
    elif not previews.may_show(story):
        messages.error(request, _("No link for this story: readers have it already, or it has to be looked at first."))
    else:
        ends_at = now + dt.timedelta(days=form.cleaned_data["days"])
        PreviewLink.objects.create(article=story, made_by=request.user, made_at=now, ends_at=ends_at)
        messages.success(request, _("The link is made. Whoever has it can read the story until it ends."))
    return _back(story)


@desk
@require_POST
def revoke(request: OfficerRequest, pk: int, link: int) -> HttpResponse:
    """Take a link back: from now on it opens nothing."""
    story = mine(request, pk)
    found = get_object_or_404(story.preview_links, pk=link)
    story.preview_links.filter(pk=found.pk, revoked_at=None).update(revoked_at=timezone.now())
    messages.success(request, _("The link is taken back: it opens nothing any more."))
    return _back(story)
