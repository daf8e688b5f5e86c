"""Studies of defective cases: starting, writing, opening the real facts, withdrawing."""

from collections.abc import Mapping, Sequence
from functools import partial
from secrets import choice

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.domain.activity import record_activity
from casebank.domain.files import Upload, keep_file
from casebank.domain.lifecycle import move
from casebank.enums import PartyRole
from casebank.models import Case, Finding, Study, User
from casebank.rules import may_author_studies, may_edit_study, may_open_facts, may_withdraw_study, same_unit
from casebank.signals import study_withdrawn
from casebank.states import STUDY_MOVES, FindingState, StudyState

MOST_CHARACTERS = 20_000
MOST_PARTIES = 200
_OFFSETS = [days for days in range(-175, 176, 7) if days]

Party = Mapping[str, str]


@transaction.atomic
def start_study(*, actor: User, finding: Finding, title: str = "") -> Study:
    """A draft from a confirmed finding, with what the case record and the negative list already know.

    Handler, evaluator, unit and case number become the first known strings; the legal basis and the remedy of the
    code become rule and right practice. Raises ``Refused``.
    """
    case = finding.evaluation.case
    if not (may_author_studies(actor) and same_unit(actor, case.unit_id)):
        raise Refused(_("Only trainers of the unit may write a case study."))
    if finding.state != FindingState.CONFIRMED:
        raise Refused(_("A study starts from a finding whose code an inspector has confirmed."))
    study = Study.objects.create(
        finding=finding,
        defect=finding.defect,
        author=actor,
        title=title.strip() or finding.defect.title,
        parties=_known_parties(finding),
        rule=finding.defect.legal_basis,
        right_practice=finding.defect.rectification,
        day_offset=_secret_offset(case),
    )
    record_activity(actor=actor, act="study.started", subject=study, detail={"finding": finding.pk})
    return study


@transaction.atomic
def edit_study(
    *, actor: User, study: Study, texts: Mapping[str, str], parties: Sequence[Party], upload: Upload | None = None
) -> Study:
    """Store the texts (by field name) and the party list; the original of an upload is kept.

    A change after the masking was proposed or decided voids it: the study is a draft again, because people decided
    about other words. Earlier decisions are remembered for the next proposal. Raises ``Refused``.
    """
    locked = lock_study(study)
    if not may_edit_study(actor, locked):
        raise Refused(_("This study cannot be edited by you now."))
    wanted = {name: _tidy(text) for name, text in texts.items() if name in Study.TEXT_FIELDS}
    wanted["parties"] = _tidy_parties(parties)
    _check_texts(wanted)
    changed = [name for name, value in wanted.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, wanted[name])
    if upload:
        locked.upload = keep_file(actor=actor, upload=upload, purpose="study")
    locked.save()
    record_activity(actor=actor, act="study.edited", subject=locked, detail={"fields": changed})
    if changed and locked.state != StudyState.DRAFT:
        detail = {"voided": locked.state}
        move(locked, to=StudyState.DRAFT, moves=STUDY_MOVES, actor=actor, detail=detail, masked={}, resolved_by=None)
    return locked


@transaction.atomic
def open_facts(*, actor: User, study: Study) -> None:
    """Write down that ``actor`` looks at the real facts. Raises ``Refused`` for who may not."""
    if not may_open_facts(actor, study):
        raise Refused(_("The real facts of this study are closed to you."))
    record_activity(actor=actor, act="study.facts_opened", subject=study)


@transaction.atomic
def withdraw_study(*, actor: User, study: Study, reason: str) -> Study:
    """Take a released study back; pages made of it follow the signal. The release itself stays. Raises ``Refused``."""
    if not may_withdraw_study(actor, study):
        raise Refused(_("Only the author or an inspector may withdraw a study."))
    if not reason.strip():
        raise Refused(_("Please say why the study is withdrawn."))
    moved = move(
        study,
        to=StudyState.WITHDRAWN,
        moves=STUDY_MOVES,
        actor=actor,
        withdraw_reason=reason.strip(),
    )
    releases = list(study.releases.values_list("pk", flat=True))
    news = partial(study_withdrawn.send, sender=Study, study_id=study.pk, release_ids=releases)
    transaction.on_commit(news, robust=True)
    return moved


def lock_study(study: Study) -> Study:
    """The row as it is now, held until the transaction ends."""
    related = ("defect", "finding__evaluation__case")
    return Study.objects.select_for_update(of=("self",)).select_related(*related).get(pk=study.pk)


def _secret_offset(case: Case) -> int:
    """One offset per case, in whole weeks: intervals and weekdays stay true, and no two studies give it away."""
    earlier = Study.objects.filter(finding__evaluation__case=case).exclude(day_offset=0).first()
    return earlier.day_offset if earlier else choice(_OFFSETS)


def _known_parties(finding: Finding) -> list[dict[str, str]]:
    case = finding.evaluation.case
    known = [
        (case.handler.name, PartyRole.HANDLER),
        (finding.evaluation.evaluator_name, PartyRole.EVALUATOR),
        (case.case_no, PartyRole.CASE_NO),
        (case.unit.name, PartyRole.AUTHORITY),
    ]
    return _tidy_parties([{"name": name, "role": str(role)} for name, role in known])


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _tidy_parties(parties: Sequence[Party]) -> list[dict[str, str]]:
    """Without blank rows and repetitions, in the order given."""
    tidy = {(party["name"].strip(), party["role"]) for party in parties if party["name"].strip()}
    order = [(party["name"].strip(), party["role"]) for party in parties]
    return [{"name": name, "role": role} for name, role in dict.fromkeys(order) if (name, role) in tidy]


def _check_texts(wanted: Mapping) -> None:
    if not wanted.get("title", "-"):
        raise Refused(_("Please give the study a title."))
    if len(wanted.get("facts", "")) > MOST_CHARACTERS:
        raise Refused(
            _("The facts are longer than %(most)d characters. Please keep to what the defect needs.")
            % {"most": MOST_CHARACTERS}
        )
    if len(wanted["parties"]) > MOST_PARTIES or any(len(party["name"]) > 120 for party in wanted["parties"]):
        raise Refused(_("The list of parties takes at most 200 entries of 120 characters."))
    if any(party["role"] not in PartyRole for party in wanted["parties"]):
        raise Refused(_("Please choose the role of every party from the list."))
