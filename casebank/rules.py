"""Who may do what in casebank: small predicates over an account and, where one matters, a row.

The matrix stands in ``docs/reference/roles.md``; sets of rows speak through ``visible_to`` of their querysets.
"""

from typing import Any

from casebank.enums import Role
from casebank.states import EDITABLE_STUDY_STATES, OPEN_STUDY_STATES


def has_role(user: Any, *roles: Role) -> bool:
    """An active account holding any of ``roles``."""
    return bool(user.is_authenticated and user.is_active and user.role_codes & set(roles))


def same_unit(user: Any, unit_id: int | None) -> bool:
    """The account's person belongs to the unit."""
    return bool(user.is_authenticated and user.person_id and user.person.unit_id == unit_id)


def may_manage_accounts(user: Any) -> bool:
    """Accounts of the own unit, so the administrator needs a row in the roster."""
    return has_role(user, Role.ADMINISTRATOR) and user.person_id is not None


def may_import(user: Any) -> bool:
    """Ledgers come in through inspectors (案管), for their own unit."""
    return has_role(user, Role.INSPECTOR) and user.person_id is not None


def may_import_roster(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR, Role.HR, Role.ADMINISTRATOR)


def may_see_roster(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR, Role.HR, Role.HEAD, Role.TRAINER, Role.ADMINISTRATOR)


def may_list_evaluations(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR, Role.HEAD, Role.PROSECUTOR)


def may_confirm_findings(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR)


def may_author_studies(user: Any) -> bool:
    return has_role(user, Role.TRAINER)


def may_see_studies(user: Any) -> bool:
    return has_role(user, Role.TRAINER, Role.INSPECTOR)


def may_see_study(user: Any, study: Any) -> bool:
    """That a study exists and how far it is: trainers and inspectors of the unit whose case it is."""
    return may_see_studies(user) and same_unit(user, study.case.unit_id)


def may_open_facts(user: Any, study: Any) -> bool:
    """The real facts: while they are worked on, the unit's trainers and inspectors; afterwards those who worked on them.

    From the decision on everybody else is a possible second reader and sees the masked text only.
    """
    if not may_see_study(user, study):
        return False
    return study.state in OPEN_STUDY_STATES or user.pk in {study.author_id, study.resolved_by_id}


def may_edit_study(user: Any, study: Any) -> bool:
    """Trainers who may open the facts write, until the release."""
    return may_open_facts(user, study) and may_author_studies(user) and study.state in EDITABLE_STUDY_STATES


def may_mask_study(user: Any, study: Any) -> bool:
    """Whoever may open the facts proposes and decides the masking, until it is decided."""
    return may_open_facts(user, study) and study.state in OPEN_STUDY_STATES


def may_confirm_study(user: Any, study: Any) -> bool:
    """The second person: an inspector or another trainer of the unit, never who wrote it or decided the masking."""
    return may_see_study(user, study) and user.pk not in {study.author_id, study.resolved_by_id}


def may_withdraw_study(user: Any, study: Any) -> bool:
    """The author, or any inspector of the unit."""
    return may_see_study(user, study) and (has_role(user, Role.INSPECTOR) or study.author_id == user.pk)


def may_read_own_record(user: Any) -> bool:
    return bool(user.is_authenticated and user.is_active and user.person_id)


def may_see_records(user: Any) -> bool:
    """The list of records; which people are in it is said by ``Person.objects.visible_to``."""
    return has_role(user, Role.HR, Role.INSPECTOR, Role.HEAD)


def may_see_case_numbers(user: Any, person: Any) -> bool:
    """In the record of ``person``: the person, inspectors and heads. HR sees results without the case."""
    return user.person_id == person.pk or has_role(user, Role.INSPECTOR, Role.HEAD)


def may_edit_knowledge(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR)


def may_see_unverified_knowledge(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR, Role.TRAINER)


def may_decide_supervision_points(user: Any) -> bool:
    return has_role(user, Role.INSPECTOR)


def may_fetch_file(user: Any, file: Any) -> bool:
    """The person who uploaded it; studies and ledgers also inspectors of the same unit."""
    if not (user.is_authenticated and user.is_active):
        return False
    if file.owner_id == user.pk:
        return True
    shared = {"ledger", "roster", "study"}
    return (
        file.purpose in shared
        and has_role(user, Role.INSPECTOR)
        and file.owner.person_id is not None
        and same_unit(user, file.owner.person.unit_id)
    )
