"""The administration's view of the news: it presents, the models' verbs decide."""

from django.contrib import admin
from taggit.models import Tag

admin.site.unregister(Tag)
