"""The house style beside the form: what it says of the words in the fields, whether they were stored or just sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from news import advice, html
from news.desk.forms import StoryForm
from news.models import Article


def beside(form: StoryForm) -> dict[str, Any]:
    """Return the advice on what the form shows, and the rules for static/js/advice.js; one query."""
    given = advice.rules()
    found = [replace(each, field=form.field_of(each.field)) for each in advice.look(texts_in(form), given)]
    return {"advice": found, "advice_data": advice.as_data(given)}


def on(story: Article) -> list[advice.Advice]:
    """Return the advice on a stored story; one query."""
    return advice.look(advice.texts_of(story), advice.rules())


def texts_in(form: StoryForm) -> advice.Texts:
    """Return the words of the fields as static/js/advice.js reads them."""
    body = _value(form, "body")
    return advice.Texts(
        title=_value(form, "title"),
        lead=_value(form, "lead"),
        body=html.lines(body) if _value(form, "body_mode") == "html" else body,
        has_photo=bool(form.shown_photos),
        caption=_value(form, form.field_of("photo_caption")),
        alt=_value(form, form.field_of("photo_alt")),
        programme=bool(_value(form, "programme")),
    )


def _value(form: StoryForm, name: str) -> str:
    value = form[name].value()
    return str("" if value is None else value).replace("\r\n", "\n").rstrip()
