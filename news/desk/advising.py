"""The house style beside the form: what it says of the words in the fields, whether they were stored or just sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from news import advice, html
from news.desk.forms import StoryForm
from news.models import Article, StyleRule
from news.models.minors import covered

CONSENT = ("minors_given_by", "minors_relation", "minors_given_on", "minors_kept_at", "minors_covers")


def beside(form: StoryForm) -> dict[str, Any]:
    """Return the advice on what the form shows, and the rules for static/js/advice.js; two queries at most."""
    given = advice.rules()
    texts = texts_in(form, given)
    found = [replace(each, field=form.field_of(each.field)) for each in advice.look(texts, given)]
    return {"advice": found, "advice_data": {**advice.as_data(given), "madrasah": texts.madrasah}}


def on(story: Article) -> list[advice.Advice]:
    """Return the advice on a stored story; a few queries."""
    given = advice.rules()
    return advice.look(advice.texts_of(story, given), given)


def texts_in(form: StoryForm, given: list[StyleRule]) -> advice.Texts:
    """Return the words of the fields as static/js/advice.js reads them."""
    asked = any(rule.of == advice.Of.MINORS for rule in given)
    body = _value(form, "body")
    return advice.Texts(
        title=_value(form, "title"),
        lead=_value(form, "lead"),
        body=html.lines(body) if _value(form, "body_mode") == "html" else body,
        has_photo=bool(form.shown_photos),
        caption=_value(form, form.field_of("photo_caption")),
        alt=_value(form, form.field_of("photo_alt")),
        programme=bool(_value(form, "programme")),
        madrasah=asked and form.unit is not None and advice.is_madrasah(form.unit),
        minors=_value(form, "minors"),
        consent=covered(*(_value(form, name) for name in CONSENT)),
        minor_photo=bool(form["minors_photo"].value()),
    )


def _value(form: StoryForm, name: str) -> str:
    value = form[name].value()
    return str("" if value is None else value).replace("\r\n", "\n").rstrip()
