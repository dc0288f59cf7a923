"""What is decided about a story once it is handed in: whether it counts, the second look, the editor's marks."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from news import rubrics
from news.desk.forms import RubricForm, SecondLookForm
from news.desk.views import desk, look, mine
from news.models import Article, Rubric, SecondLook
from satker.access import OfficerRequest


def _published(request: OfficerRequest, pk: int) -> Article:
    """Return the article if it lies within reach and readers have seen it; a 404 otherwise."""
    story = mine(request, pk)
    if not story.was_public:
        raise Http404
    return story


@desk
@require_safe
def counted(request: OfficerRequest, pk: int) -> HttpResponse:
    """The receipt: counted with its number, or published and not counted, with the reasons."""
    story = _published(request, pk)
    address = request.build_absolute_uri(story.receipt.get_absolute_url())
    return render(request, "desk/counted.html", {**look(request, story), "address": address})


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def second_look(request: OfficerRequest, pk: int) -> HttpResponse:
    """Ask the regional team to look again at a story that the rule did not count (minta tinjau)."""
    story = _published(request, pk)
    context = look(request, story)
    if not (story.is_public and context["decision"].may_ask):
        # Asked for already, answered, or nothing to ask: the receipt says which.
        return redirect("desk:counted", pk)
    form = SecondLookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            SecondLook.ask(story, request.user, form.cleaned_data["words"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Asked. The answer of the regional team will stand here."))
            return redirect("desk:counted", pk)
    return render(request, "desk/second_look.html", {**context, "form": form}, status=422 if form.errors else 200)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: OfficerRequest, pk: int) -> HttpResponse:
    """Give a story its four marks, or change them; opened, it leads to the story."""
    story = mine(request, pk)
    if request.method != "POST":
        return redirect("desk:article", pk)
    given = Rubric.objects.filter(article=story).first()
    form = RubricForm(request.POST, given=given)
    if not form.is_valid():
        if not rubrics.may_give(request.user, story, given):
            raise PermissionDenied
        return render(request, "desk/article.html", {**look(request, story), "marking": form}, status=422)
    try:
        rubrics.give(story, request.user, form.cleaned_data, Rubric.Origin.REVIEW)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    else:
        messages.success(request, _("The marks are saved."))
    return redirect("desk:article", pk)
