"""``manage.py demo``: a fictitious county procuratorate that looks lived in. Every person in it is invented."""

import random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from assessments.management.demonstration.papers import build_papers
from assessments.management.demonstration.sittings import build_last_year, build_practice, build_running
from casebank.management.demonstration.ledger import build_ledger, build_supervision_points
from casebank.management.demonstration.people import PASSWORD, PROSECUTORS, account, build_people, sign_ins
from casebank.management.demonstration.studies import CONTENT, build_studies
from casebank.public import list_releases
from cms.domain.publishing import publish_microclass, publish_release
from training.management.demonstration.lessons import build_assignments, build_history, build_lessons

FIRST_DEPARTMENT = "第一检察部"


class Command(BaseCommand):
    help = "Load the demonstration (idempotent) and print the sign-in of each role."

    def handle(self, **options):
        if not settings.DEMONSTRATION:
            raise CommandError("This is not a demonstration: set ANJIAN_DEMONSTRATION=1 to load invented people.")
        random.seed(20261123)
        for label, build in STEPS:
            self.stdout.write(f"… {label}")
            self.stdout.flush()
            with transaction.atomic():
                build()
        self._print_sign_ins()

    def _print_sign_ins(self) -> None:
        self.stdout.write(f"\n演示账号 Sign-in (密码 password: {PASSWORD})")
        for role, number, name in sign_ins():
            self.stdout.write(f"  {number}  {name}\t{role}")


def _lessons() -> None:
    trainer = account("YP0602")
    lessons = build_lessons(trainer=trainer, releases=list_releases(unit_id=trainer.person.unit_id), content=CONTENT)
    accounts = [account(number) for number in PROSECUTORS]
    first = [one.person for one in accounts if one.person.department.name == FIRST_DEPARTMENT]
    build_history(trainer=trainer, department_people=first, lessons=lessons)
    build_assignments(trainer=trainer, accounts=accounts, lessons=lessons)


def _pages() -> None:
    inspector, trainer = account("YP0402"), account("YP0602")
    for release in list_releases(unit_id=trainer.person.unit_id):
        publish_release(actor=inspector, release_id=release.id)
    for lesson in build_lessons(trainer=trainer, releases=[], content=[]):
        if lesson.is_microclass:
            publish_microclass(actor=inspector, lesson_id=lesson.pk)


def _tests() -> None:
    trainer, releaser, marker = account("YP0602"), account("YP0501"), account("YP0002")
    accounts = [account(number) for number in PROSECUTORS]
    # The prosecutor of the sign-in list has the running test still to take.
    accounts.sort(key=lambda one: one.username != "YP0109")
    injury, theft = build_papers(trainer=trainer, approver=account("YP0401"))
    build_last_year(trainer=trainer, marker=marker, releaser=releaser, accounts=accounts, paper=injury)
    build_practice(trainer=trainer, marker=marker, accounts=accounts, paper=injury)
    build_running(trainer=trainer, marker=marker, releaser=releaser, accounts=accounts[:9], paper=theft)


STEPS = [
    ("人员与账号 people and accounts", build_people),
    ("评查台账 inspection ledger", build_ledger),
    ("缺陷案例 case studies", build_studies),
    ("监督要点 supervision points", build_supervision_points),
    ("课程 lessons", _lessons),
    ("网站 pages", _pages),
    ("测试 tests", _tests),
]
