"""Presenters of the site's pages; importing this package registers them all."""

from cms.views.presenters import case_study, home, microclass, negative_list, supervision, violations

__all__ = ["case_study", "home", "microclass", "negative_list", "supervision", "violations"]
