"""The bench suite: large sets, minutes each; `pytest --bench tests/bench`."""
