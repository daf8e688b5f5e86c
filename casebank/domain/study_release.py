"""The second person's part: reading the masked texts without the original, sending back, releasing."""

from collections.abc import Collection
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from casebank.core.canonical import canonical_hash
from casebank.core.errors import Conflict, Refused
from casebank.domain.lifecycle import move
from casebank.domain.queries.study import studies_opened_by
from casebank.domain.study import lock_study
from casebank.domain.study_gate import refuse_leaks
from casebank.enums import ReadingCheck
from casebank.models import Study, StudyRelease, User
from casebank.rules import may_confirm_study
from casebank.signals import study_released
from casebank.states import STUDY_MOVES, StudyState

SCHEMA = 1


@transaction.atomic
def release_study(*, actor: User, study: Study, seen: str, checks: Collection[str]) -> StudyRelease:
    """Confirm and release: an immutable, numbered, hashed snapshot; ``study_released`` follows on commit.

    ``seen`` is the :func:`reading_digest` of what the person read, ``checks`` the ticked ``ReadingCheck`` codes.
    Raises ``Refused`` (not the second person, a check missing, a name left) and ``Conflict`` (changed meanwhile).
    """
    locked = _read_by(actor, study)
    if reading_digest(locked) != seen:
        raise Conflict(_("Somebody has changed this in the meantime. Please look at it again."))
    if missing := [check for check in ReadingCheck if check not in checks]:
        raise Refused(_("Please tick every line of the checklist: %(line)s") % {"line": missing[0].label})
    refuse_leaks(locked, locked.masked)
    release = _snapshot(locked, actor)
    move(
        locked,
        to=StudyState.RELEASED,
        moves=STUDY_MOVES,
        actor=actor,
        expected=StudyState.RESOLVED,
        detail={"release": release.number, "sha256": release.sha256},
    )
    news = partial(study_released.send, sender=StudyRelease, release_id=release.pk)
    transaction.on_commit(news, robust=True)
    return release


@transaction.atomic
def send_back(*, actor: User, study: Study, reason: str) -> Study:
    """Return the study to whoever decided the masking; the decisions stay open to change. Raises ``Refused``."""
    locked = _read_by(actor, study)
    if not reason.strip():
        raise Refused(_("Please say what still points at somebody."))
    return move(
        locked,
        to=StudyState.SUGGESTED,
        moves=STUDY_MOVES,
        actor=actor,
        detail={"sent_back": True},
        masked={},
        resolved_by=None,
        return_note=reason.strip(),
    )


def reading_digest(study: Study) -> str:
    """What a second person signs: the hash of the masked texts."""
    return canonical_hash(study.masked)


def has_seen_facts(user: User, study: Study) -> bool:
    """Whether ``user`` has ever opened the real facts, and so cannot read without knowing them."""
    return bool(studies_opened_by(user, [study]))


def _read_by(actor: User, study: Study) -> Study:
    locked = lock_study(study)
    if locked.state != StudyState.RESOLVED:
        raise Conflict(_("This study does not wait for a second person any more."))
    if not may_confirm_study(actor, locked):
        raise Refused(_("A second person must read the study: not its author, nor whoever decided the masking."))
    if has_seen_facts(actor, locked):
        raise Refused(_("You have opened the real facts of this study. Somebody else must read it."))
    return locked


def _snapshot(study: Study, actor: User) -> StudyRelease:
    content = release_content(study)
    last = StudyRelease.objects.aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            return StudyRelease.objects.create(
                study=study,
                number=last + 1,
                title=content["title"][:120],
                defect_code=content["defect_code"],
                content=content,
                sha256=canonical_hash(content),
                author=study.author,
                confirmed_by=actor,
            )
    except IntegrityError as error:
        raise Conflict(_("Another study was released at this moment. Please confirm again.")) from error


def release_content(study: Study) -> dict:
    """The snapshot: masked texts only, and what the negative list says about the code at this time."""
    masked, defect = study.masked, study.defect
    return {
        "schema": SCHEMA,
        "title": masked["title"],
        "text": masked["facts"],
        "what_went_wrong": masked["what_went_wrong"],
        "rule": masked["rule"],
        "right_practice": masked["right_practice"],
        "questions": [line.strip() for line in masked["questions"].splitlines() if line.strip()],
        "defect_code": defect.code,
        "defect_title": defect.title,
        "business_line": defect.business_line,
        "stage": defect.stage,
        "severity": defect.severity,
    }
