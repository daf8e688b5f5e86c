from functools import partial

import pytest

from casebank.domain.ledger_import import commit_import
from casebank.domain.ledger_preview import Upload, preview_import
from tests.factories.people import PersonFactory, UserFactory
from tests.factories.tables import ledger, xlsx


@pytest.fixture
def handler(db):
    return PersonFactory(name="赵一", staff_no="YP0901")


@pytest.fixture
def inspector(handler):
    return UserFactory(person__unit=handler.unit, person__name="孙三", person__staff_no="YP0902", roles=["inspector"])


@pytest.fixture
def preview(inspector):
    """Preview rows as the inspector."""

    def make(*rows, mapping=None):
        table = ledger(*rows)
        return preview_import(
            actor=inspector,
            unit=inspector.person.unit,
            upload=Upload("台账.xlsx", xlsx(table)),
            tables=[table],
            mapping=mapping,
        )

    return make


@pytest.fixture
def load(inspector, preview):
    """Preview and commit rows as the inspector."""

    def make(*rows):
        return partial(commit_import, actor=inspector)(batch=preview(*rows))

    return make
