"""Our own image and document models, so that they can grow."""

from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CmsImage(AbstractImage):
    """An editorial image; never case or exam material, which has no privacy here."""

    admin_form_fields = Image.admin_form_fields


class CmsRendition(AbstractRendition):
    """A scaled version of an image."""

    image = models.ForeignKey(CmsImage, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class CmsDocument(AbstractDocument):
    """An editorial document."""

    admin_form_fields = Document.admin_form_fields
