"""Templates that only tests use."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _kitchen_templates(settings):
    engine, *others = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [Path(__file__).parent / "templates"]}, *others]
