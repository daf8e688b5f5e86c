"""Pages of the site and the media models."""

from cms.models.case_study import CaseStudyIndexPage, CaseStudyPage
from cms.models.guidance import NegativeListPage, SupervisionPage, ViolationsPage
from cms.models.home import HomePage
from cms.models.media import CmsDocument, CmsImage, CmsRendition
from cms.models.microclass import MicroClassIndexPage, MicroClassPage

__all__ = [
    "CaseStudyIndexPage",
    "CaseStudyPage",
    "CmsDocument",
    "CmsImage",
    "CmsRendition",
    "HomePage",
    "MicroClassIndexPage",
    "MicroClassPage",
    "NegativeListPage",
    "SupervisionPage",
    "ViolationsPage",
]
