"""Fixing an item: the hash over everything that a candidate reads and a marker marks by."""

from datetime import datetime
from typing import Any

from assessments.core.canonical import digest
from assessments.models import Item

_ITEM = ("kind", "title", "task", "document_code", "competency_codes", "missing_citation")
_FINDING = ("order", "quote", "start", "end", "decoy", "defect_code", "attribute", "consequence")
_FINDING_TEXTS = ("statement", "legal_basis", "remedy")
_SECTION = ("order", "section", "heading", "guidance", "text")
_CRITERION = ("order", "section", "text", "required", "forbidden")


def content_hash(item: Item) -> str:
    """SHA-256 of the canonical JSON of the item with case file, key, reference text and rubric."""
    return digest(_content(item))


def freeze_item(item: Item, at: datetime) -> None:
    """Fix the item inside the caller's transaction; one that is fixed already stays as it is."""
    if item.frozen_at is None:
        Item.objects.filter(pk=item.pk, frozen_at=None).update(frozen_at=at, content_hash=content_hash(item))


def is_intact(item: Item) -> bool:
    """A fixed item still has the content that was fixed."""
    return content_hash(item) == item.content_hash


def _content(item: Item) -> dict[str, Any]:
    documents = item.documents.prefetch_related("paragraphs")
    findings = item.key_findings.select_related("paragraph")
    return {
        "version": 1,
        **_fields(item, _ITEM),
        "documents": [
            {
                "title": one.title,
                "kind": one.evidence_kind,
                "paragraphs": [[p.pid, p.text] for p in one.paragraphs.all()],
            }
            for one in documents
        ],
        "findings": [
            {"pid": one.paragraph.pid, "points": f"{one.points:.1f}", **_fields(one, _FINDING + _FINDING_TEXTS)}
            for one in findings
        ],
        "sections": [_fields(one, _SECTION) for one in item.reference_sections.all()],
        "criteria": [{"points": f"{one.points:.1f}", **_fields(one, _CRITERION)} for one in item.criteria.all()],
    }


def _fields(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
