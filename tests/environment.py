"""The environment of every test: a local portal whose files live in a folder that goes away."""

import atexit
import os
import shutil
import tempfile

import pytest

folder = tempfile.mkdtemp(prefix="portal-tests-")
atexit.register(shutil.rmtree, folder, ignore_errors=True)

os.environ["PORTAL_ENV"] = "local"
os.environ["SECRET_KEY"] = "a key for tests"
os.environ["VAR_DIR"] = folder
os.environ["MEDIA_ROOT"] = f"{folder}/media"
for name in ("REDIS_URL", "EMAIL_HOST", "DEBUG", "PORTAL_TZ", "PORTAL_TZ_LABEL", "TRUSTED_PROXY_COUNT"):
    os.environ.pop(name, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --bench and --faults: the large sets and the long trials, which the quick suite leaves out."""
    parser.addoption("--faults", type=int, default=0, help="run tests/faults with so many random kills, 5 s each")
    parser.addoption("--bench", action="store_true", help="run tests/bench: 100,000 articles, minutes each")
