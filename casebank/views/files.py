"""Private files, to those who may have them."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from casebank.core.errors import Refused
from casebank.domain.file_access import fetch_file
from casebank.models import PrivateFile
from casebank.web.access import found_or_404
from casebank.web.downloads import private_file


@login_required
@require_safe
def file(request: HttpRequest, pk: int) -> FileResponse:
    """A download; somebody else's file and a missing one answer alike."""
    kept = found_or_404(PrivateFile.objects.select_related("owner__person"), pk=pk)
    try:
        fetch_file(actor=request.user, file=kept)
        return private_file(kept)
    except (Refused, FileNotFoundError) as error:
        raise Http404 from error
