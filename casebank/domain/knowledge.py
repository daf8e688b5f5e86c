"""Keeping the knowledge lists: refreshing them from the pack, editing, confirming, retiring rows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.knowledge_pack import read_pack
from casebank.domain.activity import record_activity
from casebank.domain.knowledge_pack import write_pack
from casebank.models import User
from casebank.models.knowledge_row import KnowledgeRow
from casebank.rules import may_edit_knowledge

PACK_FOLDER = Path(__file__).resolve().parent.parent / "knowledge_pack"


@transaction.atomic
def load_pack(*, folder: Path = PACK_FOLDER) -> dict[str, dict[str, int]]:
    """Refresh all lists from the pack; a field somebody edited here stays. Returns counts per list.

    Raises ``casebank.core.knowledge_pack.PackError`` with file and line; then nothing was stored.
    """
    return write_pack(read_pack(folder), lambda name: apps.get_model("casebank", name))


@transaction.atomic
def edit_knowledge_row(*, actor: User, row: KnowledgeRow, changes: Mapping[str, Any]) -> KnowledgeRow:
    """Store ``changes`` (field → value) of one row and log which fields they were.

    An edited field is no longer refreshed from the pack. Raises ``Refused`` for others than inspectors.
    """
    _require_inspector(actor)
    locked = type(row)._default_manager.select_for_update().get(pk=row.pk)
    changed = sorted(name for name, value in changes.items() if getattr(locked, name) != value)
    for name in changed:
        setattr(locked, name, changes[name])
    if changed:
        locked.save(update_fields=changed)
        record_activity(actor=actor, act="knowledge.edited", subject=locked, detail=_detail(locked, changed))
    return locked


@transaction.atomic
def set_knowledge_in_use(*, actor: User, row: KnowledgeRow, in_use: bool) -> KnowledgeRow:
    """Retire a row or take it into use again; what refers to it keeps working. Raises ``Refused``."""
    _require_inspector(actor)
    locked = type(row)._default_manager.select_for_update().get(pk=row.pk)
    if locked.is_active != in_use:
        locked.is_active = in_use
        locked.save(update_fields=["is_active"])
        act = "knowledge.activated" if in_use else "knowledge.retired"
        record_activity(actor=actor, act=act, subject=locked, detail={"code": locked.code})
    return locked


def _detail(row: KnowledgeRow, changed: list[str]) -> dict[str, Any]:
    confirmed = {"verify_class": row.verify_class} if "verify_class" in changed else {}
    return {"code": row.code, "fields": changed, **confirmed}


def _require_inspector(actor: User) -> None:
    if not may_edit_knowledge(actor):
        raise Refused(_("Only inspectors may change the knowledge lists."))
