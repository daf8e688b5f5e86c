"""``manage.py create_administrator NUMBER NAME --unit UNIT``: the first account of an installation."""

import sys
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from casebank.core.errors import ActError
from casebank.domain.first_account import create_administrator


class Command(BaseCommand):
    help = "Open an administrator's account; the password is asked for, or read from standard input."

    def add_arguments(self, parser):
        parser.add_argument("number", help="staff number, which becomes the user name")
        parser.add_argument("name", help="name of the person")
        parser.add_argument("--unit", required=True, help="name of the procuratorate, as in the title of its roster")

    def handle(self, *args, number: str, name: str, unit: str, **options):
        password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
        try:
            validate_password(password)
            user = create_administrator(unit_name=unit, staff_no=number, name=name, password=password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except ActError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.username} {user.display_name}: administrator of {user.person.unit}")
