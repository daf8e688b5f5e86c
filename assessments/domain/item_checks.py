"""What still stands between an item and “ready”."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from assessments.enums import ItemKind
from assessments.models import CaseDocument, Item, KeyFinding
from casebank.public import defect_choices


def item_problems(item: Item) -> list[str]:
    """Sentences for the author, in the order of the work; empty when the item may be marked ready."""
    common = _common(item)
    return [*common, *(_evidence(item) if item.kind == ItemKind.EVIDENCE_REVIEW else _drafting(item))]


def _common(item: Item) -> Iterator[str]:
    if not item.task.strip():
        yield _("The task for the candidate is empty.")
    if not item.competency_codes:
        yield _("No competency is chosen; results would count for none.")
    for document in CaseDocument.objects.filter(item=item, paragraphs=None):
        yield _("Document “%(title)s” has no text.") % {"title": document.title}


def _evidence(item: Item) -> Iterator[str]:
    findings = list(item.key_findings.select_related("paragraph"))
    if not item.documents.exists():
        yield _("The case file has no document.")
    if not any(not finding.decoy for finding in findings):
        yield _("There is no reference finding.")
    codes = {choice.code for choice in defect_choices()}
    for finding in findings:
        for problem in _finding(finding, codes):
            yield _("Finding %(number)d: %(problem)s") % {"number": finding.order, "problem": problem}


def _finding(finding: KeyFinding, codes: set[str]) -> Iterator[str]:
    if not finding.is_located:
        yield _("the quoted words are not where they should be.")
    if finding.decoy:
        return
    if finding.points <= 0:
        yield _("it carries no points.")
    if finding.defect_code not in codes:
        yield _("its defect code is not in the negative list.")
    missing = {
        _("attribute"): finding.attribute,
        _("consequence"): finding.consequence,
        _("what is wrong"): finding.statement.strip(),
        _("legal basis"): finding.legal_basis.strip(),
        _("remedy"): finding.remedy.strip(),
    }
    for name, value in missing.items():
        if not value:
            yield _("“%(field)s” is empty.") % {"field": name}


def _drafting(item: Item) -> Iterator[str]:
    sections = {one.section: one for one in item.reference_sections.all()}
    criteria = list(item.criteria.all())
    if not sections:
        yield _("No document type with sections is chosen.")
    if not item.missing_citation:
        yield _("It is not decided what a right point without its citation is worth.")
    if not criteria:
        yield _("The rubric has no point.")
    for one in criteria:
        if one.points <= 0:
            yield _("Rubric point %(number)d carries no points.") % {"number": one.order}
        if one.section and one.section not in sections:
            yield _("Rubric point %(number)d belongs to a section that is not there.") % {"number": one.order}
    for section in sorted({one.section for one in criteria if one.section in sections}):
        if not sections[section].text.strip():
            yield _("Section “%(heading)s” has rubric points but no reference text.") % {
                "heading": sections[section].heading
            }
