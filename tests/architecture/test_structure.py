"""The house keeps its shape: imports, templates, settings and documents."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ["casebank", "assessments", "training", "cms"]
TEMPLATES = [path for app in APPS for path in (ROOT / app / "templates").rglob("*.html")]


def test_import_contracts_hold():
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_carry_nothing_inline_and_nothing_from_outside(template):
    markup = template.read_text(encoding="utf-8")

    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", markup), "inline script"
    assert not re.search(r"<style\b|\sstyle=|\son(?!e=)[a-z]{3,}=", markup), "inline style or handler"
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", markup), "address of another host"
    assert "|safe" not in markup


def test_every_environment_variable_is_documented():
    names = set(re.findall(r"_env\.\w+\(\"(\w+)\"", (ROOT / "cms/settings/env.py").read_text()))
    page = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")

    assert names
    assert {name for name in names if f"`{name}`" not in page} == set()


def test_requirements_are_pinned_and_free_of_copyleft():
    lines = [
        line
        for line in (ROOT / "requirements.txt").read_text().splitlines()
        if line and not line.startswith(("#", "-r"))
    ]

    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.!+]+", line) for line in lines)
    assert not {"pymupdf", "pygal", "pymerkle", "djlint"} & {line.split("==")[0].lower() for line in lines}


def test_heavy_libraries_load_only_when_used():
    heavy = {"pandas", "scipy", "sklearn", "weasyprint", "numpy"}
    code = f"import django, sys; django.setup(); import cms.urls; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        check=True,
    )

    assert done.stdout.strip() == "[]"


def test_documents_point_at_files_that_exist():
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} → {target}")

    assert broken == []
