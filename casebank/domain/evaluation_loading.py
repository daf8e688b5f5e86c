"""From ledger rows to cases, evaluations, findings with proposed codes, and the performance record."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.case_numbers import case_kind
from casebank.core.evaluation.ledger import LedgerRow
from casebank.core.evaluation.suggest import Circumstances, Suggestion, SuggestionIndex, is_sure, share_out
from casebank.core.evaluation.values import LedgerValues
from casebank.domain.activity import record_activity
from casebank.domain.ledger_rows import to_json
from casebank.domain.performance import record_performances
from casebank.domain.queries.ledger_register import suggestion_index, values_of
from casebank.enums import EntryKind
from casebank.models import (
    Case,
    DefectType,
    Department,
    Evaluation,
    Finding,
    FindingSuggestion,
    ImportBatch,
    PerformanceEntry,
    Person,
    User,
)
from casebank.signals import evaluation_finalised
from casebank.states import FindingState

SOURCE = "casebank.evaluation"
_AT_ONCE = 400


@dataclass(frozen=True)
class Names:
    """Rows that ledgers name: people by staff number, departments by name, defect types by code."""

    people: Mapping[str, Person]
    departments: Mapping[str, Department]
    defects: Mapping[str, DefectType]

    @classmethod
    def of(cls, batch: ImportBatch) -> "Names":
        return cls(
            people={one.staff_no: one for one in Person.objects.filter(unit=batch.unit)},
            departments={one.name: one for one in Department.objects.filter(unit=batch.unit)},
            defects={one.code: one for one in DefectType.objects.all()},
        )


def load_evaluations(batch: ImportBatch, rows: Sequence[LedgerRow], actor: User | None) -> list[Evaluation]:
    """Store the rows, none of whose cases is stored yet. Must run inside a transaction.

    Also: every problem becomes a finding with proposed codes, every evaluation a line of the performance record, and
    ``evaluation_finalised`` goes out on commit.
    """
    if not rows:
        return []
    names = Names.of(batch)
    told = [row.values for row in rows if row.values]
    cases = Case.objects.bulk_create([_case(batch, one, names) for one in told], batch_size=_AT_ONCE)
    evaluations = Evaluation.objects.bulk_create(
        [_evaluation(batch, case, row) for case, row in zip(cases, rows, strict=True)], batch_size=_AT_ONCE
    )
    add_findings(list(zip(evaluations, told, strict=True)), names)
    record_performances(actor=actor, entries=[performance_line(one) for one in evaluations], about=batch)
    for one in evaluations:
        transaction.on_commit(partial(_announce, one.pk, one.case.handler_id))
    return evaluations


def replace_evaluation(batch: ImportBatch, row: LedgerRow, actor: User | None) -> Evaluation:
    """Put the values of ``row`` in the place of the stored evaluation of its case.

    The old values go into the history, the performance record gets a correcting line. Refused while a defect of the
    case is confirmed: a person takes that back first. Must run inside a transaction.
    """
    told = _told(row)
    evaluation = Evaluation.objects.select_for_update().get(case__unit=batch.unit, case__case_no=told.case_no)
    if evaluation.findings.filter(state=FindingState.CONFIRMED).exists():
        raise Refused(
            _("%(case)s already has confirmed defects. Take the confirmations back before another version is loaded.")
            % {"case": told.case_no}
        )
    names, old = Names.of(batch), to_json(values_of(evaluation))
    _overwrite(evaluation.case, _case(batch, told, names))
    _overwrite(evaluation, _evaluation(batch, evaluation.case, row))
    evaluation.findings.all().delete()
    add_findings([(evaluation, told)], names)
    _correct_performance(evaluation, actor)
    changes = {name: [old[name], new] for name, new in to_json(told).items() if old[name] != new and name in _LOGGED}
    record_activity(actor=actor, act="evaluation.replaced", subject=evaluation, detail={"changes": changes})
    return evaluation


_LOGGED = ("score", "grade", "raw_grade", "accepted_on", "closed_on", "evaluated_on", "kind", "staff_no", "codes")


def add_findings(pairs: Sequence[tuple[Evaluation, LedgerValues]], names: Names) -> None:
    """Findings with proposals. Codes stated in these rows teach the proposals for the others."""
    plain = suggestion_index()
    stated = {evaluation.pk: _stated(plain, told) for evaluation, told in pairs}
    index = suggestion_index(_examples(pairs, stated))
    findings, proposals = [], []
    cache: dict[tuple[str, Circumstances, tuple[str, ...]], tuple[Suggestion, ...]] = {}
    for evaluation, told in pairs:
        for order, (text, codes) in enumerate(_problems(told, stated[evaluation.pk], names), 1):
            key = (text, _where(told), codes)
            if key not in cache:
                cache[key] = index.suggest(*key)
            first = codes[0] if codes else ""
            sure = is_sure(cache[key])
            findings.append(Finding(evaluation=evaluation, order=order, text=text, stated_code=first, sure=sure))
            proposals.append(cache[key])
    saved = Finding.objects.bulk_create(findings, batch_size=_AT_ONCE)
    rows = [_proposal(one, given, names) for one, offered in zip(saved, proposals, strict=True) for given in offered]
    FindingSuggestion.objects.bulk_create(rows, batch_size=_AT_ONCE)


def _stated(index: SuggestionIndex, told: LedgerValues) -> tuple[tuple[str, ...], ...]:
    return share_out(index, told.problems, told.codes, _where(told))


def _examples(
    pairs: Sequence[tuple[Evaluation, LedgerValues]], stated: Mapping[int, tuple[tuple[str, ...], ...]]
) -> Mapping[str, Counter[str]]:
    """Problems with exactly one stated code."""
    examples: dict[str, Counter[str]] = defaultdict(Counter)
    for evaluation, told in pairs:
        for text, codes in zip(told.problems, stated[evaluation.pk], strict=True):
            if len(codes) == 1:
                examples[text][codes[0]] += 1
    return examples


def _problems(
    told: LedgerValues, stated: tuple[tuple[str, ...], ...], names: Names
) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Problem texts with their stated codes; a code without any text stands for itself."""
    if told.problems:
        return zip(told.problems, stated, strict=True)
    return [(names.defects[code].title, (code,)) for code in told.codes]


def _where(told: LedgerValues) -> Circumstances:
    return Circumstances(told.business_line, case_kind(told.case_no))


def _proposal(finding: Finding, given: Suggestion, names: Names) -> FindingSuggestion:
    return FindingSuggestion(
        finding=finding,
        defect=names.defects[given.code],
        score=given.score,
        reason=given.reason,
        matched=list(given.matched),
    )


def _case(batch: ImportBatch, told: LedgerValues, names: Names) -> Case:
    return Case(
        unit=batch.unit,
        case_no=told.case_no,
        business_line=told.business_line,
        cause=told.cause,
        handler=names.people[told.staff_no],
        department=names.departments[told.department],
        accepted_on=told.accepted_on,
        closed_on=told.closed_on,
    )


def _evaluation(batch: ImportBatch, case: Case, row: LedgerRow) -> Evaluation:
    told = _told(row)
    return Evaluation(
        case=case,
        kind=told.kind,
        evaluator_name=told.evaluator,
        evaluated_on=told.evaluated_on,
        score=told.score,
        grade=told.grade,
        raw_grade=told.raw_grade,
        problem_text=told.problem_text,
        rectify_until=told.due,
        rectify_note=told.rectification,
        note=told.remark,
        warnings=[issue.reason for issue in row.warnings],
        batch=batch,
        row_number=row.number,
    )


def _told(row: LedgerRow) -> LedgerValues:
    if row.values is None:
        raise Refused(_("Row %(row)d holds no case.") % {"row": row.number})
    return row.values


def _overwrite(stored: Case | Evaluation, fresh: Case | Evaluation) -> None:
    for field in stored._meta.concrete_fields:
        if not field.primary_key:
            setattr(stored, field.attname, getattr(fresh, field.attname))
    stored.save()


def performance_line(
    evaluation: Evaluation, *, number: int = 0, corrects: PerformanceEntry | None = None
) -> PerformanceEntry:
    """The unsaved line of the performance record for an evaluation; corrections are numbered."""
    case = evaluation.case
    return PerformanceEntry(
        person_id=case.handler_id,
        department_id=case.department_id,
        kind=EntryKind.EVALUATION,
        source=SOURCE,
        source_key=f"{evaluation.pk}:{number}" if number else str(evaluation.pk),
        occurred_on=evaluation.evaluated_on,
        title=case.case_no,
        score=evaluation.score,
        grade=evaluation.grade,
        evaluation_id=evaluation.pk,
        detail={"evaluation": evaluation.pk, "kind": evaluation.kind, "business_line": case.business_line},
        corrects=corrects,
    )


def _correct_performance(evaluation: Evaluation, actor: User | None) -> None:
    lines = PerformanceEntry.objects.filter(source=SOURCE, detail__evaluation=evaluation.pk)
    standing = lines.in_force().order_by("-pk").first()
    line = performance_line(evaluation, number=lines.count(), corrects=standing)
    record_performances(actor=actor, entries=[line], about=evaluation)


def _announce(evaluation_id: int, person_id: int) -> None:
    evaluation_finalised.send(sender=Evaluation, evaluation_id=evaluation_id, person_id=person_id)
