"""The words of the editor: its module has none of its own, and reads them from the text area that it takes over."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAYS: dict[str, Promise] = {
    "tools": _("Text tools"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "heading": _("Heading"),
    "subheading": _("Subheading"),
    "bullets": _("Bullets"),
    "numbers": _("Numbers"),
    "quote": _("Quotation"),
    "link": _("Link"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "word": _("{count} word"),
    "words": _("{count} words"),
    "too-long": _("This text is {count} characters too long to be saved."),
    "to-text": _("Write as plain text"),
    "to-rich": _("Write with buttons"),
    "cannot": _("Plain text cannot hold {what}, so the story stays as it is."),
    "cannot-table": _("a table"),
    "cannot-photo": _("a photo inside the text"),
    "cannot-link": _("a link on words"),
    "cannot-other": _("all that is formatted here"),
    "photos": _("Photos were not pasted along; upload them below."),
    "prefixes": _("WhatsApp put names and times before the text."),
    "prefixes-remove": _("Remove WhatsApp prefixes"),
    "prefixes-removed": _("The prefixes are gone."),
    "prefixes-late": _("The text has been changed since. Undo, or delete the prefixes by hand."),
    "link-address": _("Address"),
    "link-help": _("Begins with https://, mailto: or tel:"),
    "link-words": _("Words that readers see"),
    "link-wrong": _("This cannot be a link. Write an address that begins with https://, mailto: or tel:."),
    "link-set": _("Set the link"),
    "link-remove": _("Remove the link"),
    "cancel": _("Cancel"),
}

# For the text area that static/js/editor.js takes over; without JavaScript they change nothing.
ATTRIBUTES = {"data-editor": "", **{f"data-say-{name}": words for name, words in SAYS.items()}}
