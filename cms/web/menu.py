"""The rows of the main menu, read by the sidebar and by the desk page.

Each row is guarded by the predicate of the page it leads to, so menu and page cannot disagree.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from assessments.rules import may_author, may_mark, may_see_papers, may_see_sittings, may_take_tests
from casebank.enums import Role
from casebank.rules import (
    has_role,
    may_decide_supervision_points,
    may_import,
    may_list_evaluations,
    may_manage_accounts,
    may_read_own_record,
    may_see_records,
    may_see_roster,
    may_see_studies,
    may_see_unverified_knowledge,
)
from cms.rules import may_publish
from cms.web.navigation import Entry, Section
from training.rules import may_learn, may_manage_lessons, may_see_effects, may_see_report


def may_edit_site(user: Any) -> bool:
    """Whom the Wagtail admin lets in: granting these roles puts the account into its groups.

    The roles are asked, not the permissions: that spares every page two queries.
    """
    return user.is_superuser or has_role(user, Role.TRAINER, Role.INSPECTOR)


START = Section(
    "",
    (
        Entry(_("Desk"), "desk", "house", _("What waits for you today")),
        Entry(_("Case library"), "/", "globe", _("Published case studies, negative list and guidance")),
    ),
)

CASE_QUALITY = Section(
    _("Case quality"),
    (
        Entry(
            _("Inspection ledgers"),
            "casebank:ledger_list",
            "file-earmark-spreadsheet",
            _("Import inspection results from a workbook and see what was accepted"),
            may_import,
        ),
        Entry(
            _("Evaluations"),
            "casebank:evaluation_list",
            "clipboard-check",
            _("Inspected cases with grade, score and defects"),
            may_list_evaluations,
        ),
        Entry(
            _("Case studies"),
            "casebank:study_list",
            "journal-text",
            _("Turn a confirmed defect into an anonymised teaching case"),
            may_see_studies,
        ),
        Entry(
            _("Publishing"),
            "publishing",
            "send",
            _("Put released studies and micro-classes on the website"),
            may_publish,
        ),
        Entry(
            _("Supervision points"),
            "casebank:supervision_points",
            "flag",
            _("Patterns over several cases that deserve supervision"),
            may_decide_supervision_points,
        ),
        Entry(
            _("Knowledge lists"),
            "casebank:knowledge",
            "layers",
            _("Negative list, evidence rules, document types and their sources"),
            may_see_unverified_knowledge,
        ),
    ),
)

LEARNING = Section(
    _("Learning"),
    (
        Entry(
            _("My lessons"),
            "training:my_lessons",
            "book",
            _("Lessons assigned to you and what you completed"),
            may_learn,
        ),
        Entry(
            _("My growth"),
            "training:my_growth",
            "graph-up",
            _("Confirmed defects in your cases of the last 12 months, and what to learn next"),
            may_learn,
        ),
        Entry(
            _("Lessons"),
            "training:lesson_list",
            "easel",
            _("Make lessons of case studies, assign them and follow the progress"),
            may_manage_lessons,
        ),
    ),
)

ASSESSMENT = Section(
    _("Assessment"),
    (
        Entry(
            _("My tests"),
            "assessments:my_attempts",
            "pencil-square",
            _("Tests that are open to you, receipts and released results"),
            may_take_tests,
        ),
        Entry(
            _("Item bank"),
            "assessments:item_list",
            "collection",
            _("Evidence-review and drafting items with reference answers"),
            may_author,
        ),
        Entry(_("Papers"), "assessments:paper_list", "files", _("Papers put together from items"), may_see_papers),
        Entry(
            _("Sittings"),
            "assessments:sitting_list",
            "calendar-event",
            _("When a paper is taken, and by whom"),
            may_see_sittings,
        ),
        Entry(
            _("Marking"),
            "assessments:marking_list",
            "check2-square",
            _("Scripts that wait for your marks"),
            may_mark,
        ),
        Entry(
            _("Results"),
            "assessments:result_list",
            "award",
            _("Release marked scripts into the performance record"),
            may_author,
        ),
    ),
)

PERFORMANCE = Section(
    _("Performance"),
    (
        Entry(
            _("My record"),
            "casebank:my_record",
            "person-badge",
            _("Inspection results, test results and recommended lessons"),
            may_read_own_record,
        ),
        Entry(
            _("Performance records"),
            "casebank:record_list",
            "folder2-open",
            _("Records of the people you are responsible for"),
            may_see_records,
        ),
        Entry(
            _("Competency report"),
            "training:competency_report",
            "bar-chart",
            _("Levels of a department against the targets of its posts"),
            may_see_report,
        ),
        Entry(
            _("Effect of training"),
            "training:effect",
            "arrow-repeat",
            _("Defects before and after training, in figures of groups"),
            may_see_effects,
        ),
    ),
)

ADMINISTRATION = Section(
    _("Administration"),
    (
        Entry(_("Roster"), "casebank:roster", "people", _("Units, departments, posts and people"), may_see_roster),
        Entry(
            _("Accounts and roles"),
            "casebank:account_list",
            "person-check",
            _("Open and close accounts, give and take roles"),
            may_manage_accounts,
        ),
        Entry(
            _("Site and publishing"),
            "wagtailadmin_home",
            "layout-text-window",
            _("Edit and publish the pages of the case library"),
            may_edit_site,
        ),
    ),
)

MENU: tuple[Section, ...] = (START, CASE_QUALITY, LEARNING, ASSESSMENT, PERFORMANCE, ADMINISTRATION)
