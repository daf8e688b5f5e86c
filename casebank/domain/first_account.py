"""The account that opens all others."""

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.domain.people import create_account
from casebank.domain.roster import unit_named
from casebank.enums import Role
from casebank.models import Person, User


@transaction.atomic
def create_administrator(*, unit_name: str, staff_no: str, name: str, password: str) -> User:
    """Open an administrator's sign-in on an installation that may still be empty; for the command only.

    Unit and person are made when they are new; a roster imported later completes the person by the staff number.
    Raises ``Refused`` when the number belongs to somebody else or has an account.
    """
    unit = unit_named(unit_name, [staff_no])
    person, _created = Person.objects.get_or_create(staff_no=staff_no, defaults={"unit": unit, "name": name})
    if person.unit_id != unit.pk or person.name != name:
        raise Refused(
            _("Staff number %(number)s belongs to %(name)s of %(unit)s.")
            % {"number": staff_no, "name": person.name, "unit": person.unit}
        )
    return create_account(actor=None, person=person, password=password, roles=(Role.ADMINISTRATOR,))
