"""Target levels of posts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.public import competencies, posts, record_activity
from training.models import PostTarget
from training.rules import may_set_targets

LOWEST, HIGHEST = Decimal(1), Decimal(5)
Targets = Mapping[tuple[int, str], Decimal | None]

# Starting points, to be changed by HR: level by post; the competencies named in ``STRESSED`` ask for a little more.
DEFAULT_LEVELS = {
    "检察长": Decimal("4.0"),
    "副检察长": Decimal("4.0"),
    "部门负责人": Decimal("4.2"),
    "检察官": Decimal("4.0"),
    "检察官助理": Decimal("3.5"),
    "书记员": Decimal("3.0"),
}
STRESSED = {"CP-01": Decimal("0.3"), "CP-05": Decimal("0.2")}


@transaction.atomic
def set_targets(*, actor: Any, targets: Targets) -> int:
    """Store (post id, competency code) → level 1..5, or None for no target. Returns how many changed; ``Refused``."""
    if not may_set_targets(actor):
        raise Refused(_("Only HR sets competency targets."))
    return _store(actor, targets)


@transaction.atomic
def ensure_default_targets(*, actor: Any | None = None) -> int:
    """Give posts without any target the defaults above; posts with targets stay. Returns how many were added."""
    bare = posts().filter(name__in=DEFAULT_LEVELS).exclude(pk__in=PostTarget.objects.values("post_id"))
    known = competencies()
    wanted = {
        (post.pk, competency.code): min(DEFAULT_LEVELS[post.name] + STRESSED.get(competency.code, Decimal(0)), HIGHEST)
        for post in bare
        for competency in known
    }
    return _store(actor, wanted)


def _store(actor: Any | None, targets: Targets) -> int:
    standing = {(row.post_id, row.competency.code): row for row in PostTarget.objects.select_related("competency")}
    ids = {row.code: row.id for row in competencies()}
    changed = [key for key, level in targets.items() if _level(standing.get(key)) != level]
    for key in changed:
        _write(actor, standing.get(key), key, ids[key[1]], targets[key])
    return len(changed)


def _write(actor: Any | None, row: PostTarget | None, key: tuple[int, str], competency: int, level: Any) -> None:
    if level is not None and not LOWEST <= level <= HIGHEST:
        raise Refused(_("A target level lies between 1 and 5."))
    old, post = _level(row), key[0]
    row = row or PostTarget(post_id=post, competency_id=competency)
    detail = {"post": post, "competency": key[1], "from": _text(old), "to": _text(level)}
    if level is None:
        record_activity(actor=actor, act="target.removed", subject=row, detail=detail)
        row.delete()
        return
    row.level = level
    row.save()
    record_activity(actor=actor, act="target.set", subject=row, detail=detail)


def _level(row: PostTarget | None) -> Decimal | None:
    return row.level if row else None


def _text(level: Decimal | None) -> str:
    return "" if level is None else str(level)
