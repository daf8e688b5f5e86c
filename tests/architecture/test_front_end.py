"""The front end: icons that exist, vendored files as listed, nothing from outside, every piece documented."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APPS = ("casebank", "assessments", "training", "cms")
TEMPLATES = sorted(path for app in APPS for path in (ROOT / app / "templates").rglob("*.html"))
OWN_STATIC = sorted(path for app in APPS for path in (ROOT / app / "static" / app).rglob("*.*"))
VENDOR = ROOT / "cms" / "static" / "vendor"
SPRITE = (VENDOR / "bootstrap-icons" / "icons.svg").read_text()

OUTSIDE = re.compile(r"""(?:src|href|action|url\(|from|import)\s*[=(]?\s*["']?(?:https?:)?//[a-z]""", re.IGNORECASE)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_icons_named_in_templates_are_in_the_sprite(path):
    named = re.findall(r"""{%\s*icon\s+["']([^"']+)["']|\bicon=["']([^"']+)["']""", path.read_text())

    missing = [name for pair in named for name in pair if name and f'id="{name}"' not in SPRITE]

    assert missing == []


def test_icons_of_menu_and_tones_are_in_the_sprite():
    from cms.web.menu import MENU
    from cms.web.tones import TONE_ICONS

    named = {entry.icon for section in MENU for entry in section.entries} | set(TONE_ICONS.values())

    assert [name for name in sorted(named) if f'id="{name}"' not in SPRITE] == []


@pytest.mark.parametrize("path", OWN_STATIC, ids=lambda path: str(path.relative_to(ROOT)))
def test_own_static_files_load_nothing_from_outside(path):
    assert OUTSIDE.search(path.read_text()) is None


def test_every_vendored_file_is_listed_with_its_checksum():
    listed = dict(re.findall(r"`([^`]+)` \| `([0-9a-f]{64})`", (ROOT / "docs/reference/vendored.md").read_text()))

    present = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file()
    }

    assert listed == present


def test_vendored_files_point_to_no_source_map():
    assert [path.name for path in VENDOR.rglob("*.*") if b"sourceMappingURL" in path.read_bytes()] == []


def test_every_piece_of_the_interface_is_documented():
    from cms.templatetags.ui import register

    page = (ROOT / "docs/reference/ui.md").read_text()

    assert [name for name in sorted(register.tags) if f"{{% {name}" not in page] == []
