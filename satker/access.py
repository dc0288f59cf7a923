"""Who may do what, where: every question of access is answered in this file.

Three parts: the rule of a view (who may open the page at all), the actions of a role (what an
officer may do to a unit's articles), and the reach of an officer (to which units that extends).
A single object and a list ask the same functions, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from satker.models import Officer, Satker

View = TypeVar("View", bound=Callable[..., Any])


class OfficerRequest(HttpRequest):
    """What a view behind DESK or REGIONAL gets: the middleware has seen to a signed-in officer."""

    user: Officer
    unread: Any  # in the desk: how many notices wait, counted when first asked for


# --- The rule of a view -------------------------------------------------------------------------


class Rule(StrEnum):
    PUBLIC = "public"  # anyone; the view touches neither session nor officer
    SIGN_IN = "sign-in"  # the sign-in pages: allauth itself decides what each needs
    DESK = "desk"  # any signed-in officer; objects are looked up within the officer's reach
    REGIONAL = "regional"  # the regional team


def public(view: View) -> View:
    """Declare that anyone may open this view."""
    view.access = Rule.PUBLIC  # type: ignore[attr-defined]
    return view


def desk(view: View) -> View:
    """Declare that any signed-in officer may open this view."""
    view.access = Rule.DESK  # type: ignore[attr-defined]
    return view


def regional(view: View) -> View:
    """Declare that only the regional team may open this view."""
    view.access = Rule.REGIONAL  # type: ignore[attr-defined]
    return view


def rule_of(view: Callable[..., Any]) -> Rule | None:
    """Return the declared rule of a view, or None, which the system check refuses."""
    declared = getattr(view, "access", None)
    if declared is not None:
        return Rule(declared)
    if hasattr(view, "model_admin") or hasattr(view, "admin_site"):
        return Rule.REGIONAL
    if view.__module__.startswith("allauth."):
        return Rule.SIGN_IN
    return None


def to_sign_in(next_page: str) -> HttpResponseRedirect:
    """Return the way to the sign-in page, which leads back to `next_page`."""
    # Not django.contrib.auth's: its views import the officer model, which imports this file.
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': next_page})}")


# What a form sends that nobody typed.
FORM_PARTS = {"csrfmiddlewaretoken", "token", "version", "body_mode", "photo_kept", "intent", "category", "programme",
              "minors", "minors_photo", "minors_relation", "minors_covers"}  # fmt: skip


def signed_out(request: HttpRequest) -> HttpResponse:
    """Return the way in for what was sent after the session ended: led through sign-in, it would come back empty."""
    sent = [text for name, text in request.POST.items() if name not in FORM_PARTS and str(text).strip()]
    return render(request, "errors/signed_out.html", {"sent": sent}, status=401)


class AccessMiddleware:
    """Hold every view to its declared rule before it runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponse | None:
        rule = rule_of(view)
        if rule in {Rule.PUBLIC, Rule.SIGN_IN}:
            return None
        if rule is None:
            raise PermissionDenied(_("This page has no access rule."))
        if not request.user.is_authenticated:
            return to_sign_in(request.get_full_path()) if request.method in {"GET", "HEAD"} else signed_out(request)
        if rule is Rule.REGIONAL and not request.user.is_regional:
            raise PermissionDenied(_("This page is for the regional team."))
        return None


# --- The actions of a role ----------------------------------------------------------------------


class Role(StrEnum):
    WRITER = "writer"
    OFFICER = "officer"
    EDITOR = "editor"
    REGIONAL = "regional"


class Action(StrEnum):
    WRITE = "write"  # start, change and discard what is not public; hand it in for review
    PUBLISH = "publish"  # publish, schedule, return, correct, withdraw, reinstate


MAY: dict[Role, set[Action]] = {
    Role.WRITER: {Action.WRITE},
    Role.OFFICER: {Action.WRITE, Action.PUBLISH},
    Role.EDITOR: {Action.WRITE, Action.PUBLISH},
    Role.REGIONAL: {Action.WRITE, Action.PUBLISH},
}


# --- The reach of an officer --------------------------------------------------------------------


def reach(officer: Officer, action: Action = Action.WRITE, to: str = "") -> Q:
    """Return the condition for units on which `officer` may do `action`.

    `to` is the path from the filtered model to its unit: "" on units, "satker__" on articles.
    """
    role = Role(officer.role)
    nothing = Q(pk__in=[])
    if not officer.is_active or action not in MAY[role]:
        return nothing
    if role is Role.REGIONAL:
        return Q()
    if officer.satker is None:
        return nothing
    if role is Role.EDITOR:
        return Q(**{f"{to}path__startswith": officer.satker.path})
    own = Q(**{f"{to}pk": officer.satker_id})
    if role is Role.OFFICER and action is Action.PUBLISH:
        return own & Q(**{f"{to}publishes_directly": True})
    return own


def may(officer: Officer, action: Action, satker: Satker) -> bool:
    """Return whether `officer` may do `action` on this one unit's articles; asks no database."""
    role = Role(officer.role)
    if not officer.is_active or action not in MAY[role]:
        return False
    if role is Role.REGIONAL:
        return True
    if officer.satker is None:
        return False
    if role is Role.EDITOR:
        return satker.path.startswith(officer.satker.path)
    own = satker.pk == officer.satker_id
    if role is Role.OFFICER and action is Action.PUBLISH:
        return own and satker.publishes_directly
    return own


def who_may(action: Action, satker: Satker) -> Q:
    """Return the condition for officers who may do `action` on this unit's articles: `may`, asked of all at once."""
    roles = {role for role in Role if action in MAY[role]}
    own = {Role.WRITER, Role.OFFICER} & roles
    if action is Action.PUBLISH and not satker.publishes_directly:
        own -= {Role.OFFICER}
    above = [*satker.ancestor_ids(), satker.pk]
    who = Q(role__in=own, satker=satker.pk)
    if Role.EDITOR in roles:
        who |= Q(role=Role.EDITOR, satker__in=above)
    if Role.REGIONAL in roles:
        who |= Q(role=Role.REGIONAL)
    return who & Q(is_active=True)
