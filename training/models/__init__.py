"""Tables of training: lessons, their assignment and progress, competency targets."""

from training.models.competency import PostTarget
from training.models.enrolment import Enrolment
from training.models.lesson import CheckQuestion, Lesson

__all__ = ["CheckQuestion", "Enrolment", "Lesson", "PostTarget"]
