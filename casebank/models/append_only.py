"""Rows of what happened: they are added, never changed or deleted; a correction is a further row."""

from django.db import models
from django.utils.translation import gettext as _

from casebank.core.errors import Refused


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses the bulk ways round the model's own refusal."""

    def update(self, **changes):
        raise Refused(_("This record cannot be changed. Add a correction instead."))

    def delete(self):
        raise Refused(_("This record cannot be deleted. Add a correction instead."))

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        """Adding many rows is fine, overwriting those that exist is not."""
        if update_conflicts:
            raise Refused(_("This record cannot be changed. Add a correction instead."))
        return super().bulk_create(objs, *args, **kwargs)


class AppendOnlyModel(models.Model):
    """Base of rows that the product never updates or deletes. Raises ``Refused`` on either."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise Refused(_("This record cannot be changed. Add a correction instead."))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise Refused(_("This record cannot be deleted. Add a correction instead."))
