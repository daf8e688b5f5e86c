"""Hand in the tests whose deadline and grace have passed."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from assessments.domain.submitting import close_finished_sitting, close_overdue
from assessments.models import Sitting
from assessments.states import SittingState


class Command(BaseCommand):
    help = "Hand in what is saved of every test whose deadline and grace have passed, and close finished sittings."

    def handle(self, *args, **options):
        now = timezone.now()
        count = close_overdue(now=now)
        ended = Sitting.objects.filter(state=SittingState.OPEN, closes_at__lt=now)
        closed = [close_finished_sitting(sitting=sitting, now=now) for sitting in ended]
        done = sum(sitting.state == SittingState.CLOSED for sitting in closed)
        self.stdout.write(f"{count} attempts handed in, {done} sittings closed.")
