"""Where the static files of production come from: hashed, compressed, for ever in the cache of a browser."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashes the names of modules within modules too, so that a page and its modules load one and the same file."""

    support_js_module_import_aggregation = True
