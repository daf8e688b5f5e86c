"""Uploads that only a permission check hands out."""

import hashlib
from dataclasses import dataclass

from django.core.files.base import ContentFile

from casebank.domain.activity import record_activity
from casebank.models import PrivateFile, User


@dataclass(frozen=True)
class Upload:
    """A file as it arrived."""

    name: str
    data: bytes


def keep_file(*, actor: User, upload: Upload, purpose: str) -> PrivateFile:
    """Store ``upload`` outside the public folder, in the caller's transaction, and log it (never its name)."""
    digest = hashlib.sha256(upload.data).hexdigest()
    kept = PrivateFile(name=upload.name[:200], purpose=purpose, sha256=digest, size=len(upload.data), owner=actor)
    kept.file.save(upload.name, ContentFile(upload.data), save=False)
    kept.save()
    record_activity(actor=actor, act="file.kept", subject=kept, detail={"purpose": purpose, "size": kept.size})
    return kept
