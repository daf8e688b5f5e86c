"""From an inspection ledger to a competency report, as the people who do the work."""

import pytest

pytestmark = pytest.mark.browser


def test_the_loop_runs(walk):
    walk.run()


def test_axe_finds_nothing_on_any_page_of_the_loop(walk):
    walk.run()

    assert walk.watch.unclean == [], "\n".join(walk.watch.unclean)


def test_every_page_of_the_loop_fits_a_phone(walk):
    walk.run()

    assert walk.watch.too_wide == [], "\n".join(walk.watch.too_wide)
