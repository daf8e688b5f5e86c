"""The second person's page, sending back, withdrawing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casebank.core.errors import Conflict, Refused
from casebank.domain.queries.study import masked_parts
from casebank.domain.study import withdraw_study
from casebank.domain.study_release import has_seen_facts, reading_digest, release_study, send_back
from casebank.interfaces.forms.study import ReadingForm, SendBackForm, WithdrawForm
from casebank.models import Study
from casebank.rules import may_confirm_study, may_see_studies, may_withdraw_study
from casebank.states import StudyState
from casebank.views.study import study_or_404
from casebank.web.access import allowed_or_404, requires


@requires(may_see_studies)
@require_http_methods(["GET", "POST"])
def study_reading(request: HttpRequest, pk: int) -> HttpResponse:
    """The masked texts without original and highlights; POST confirms and releases."""
    study = study_or_404(request.user, pk)
    if study.state != StudyState.RESOLVED:
        return redirect("casebank:study_detail", pk=pk)
    allowed_or_404(may_confirm_study(request.user, study) and not has_seen_facts(request.user, study))
    form = ReadingForm(request.POST or None, initial={"seen": reading_digest(study)})
    if form.is_valid() and (answer := _release(request, study, form)):
        return answer
    return _reading(request, study, form, SendBackForm())


@requires(may_see_studies)
@require_POST
def study_send_back(request: HttpRequest, pk: int) -> HttpResponse:
    study = study_or_404(request.user, pk)
    allowed_or_404(may_confirm_study(request.user, study))
    form = SendBackForm(request.POST)
    if study.state == StudyState.RESOLVED and not form.is_valid():
        return _reading(request, study, ReadingForm(initial={"seen": reading_digest(study)}), form)
    send_back(actor=request.user, study=study, reason=form.data.get("reason", ""))
    messages.success(request, _("The study is sent back with your reason."))
    return redirect("casebank:study_detail", pk=pk)


@requires(may_see_studies)
@require_POST
def study_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    study = study_or_404(request.user, pk)
    allowed_or_404(may_withdraw_study(request.user, study))
    form = WithdrawForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    withdraw_study(actor=request.user, study=study, reason=reason)
    messages.success(request, _("The study is withdrawn. Pages and lessons made of it are taken down."))
    return redirect("casebank:study_detail", pk=pk)


def _release(request: HttpRequest, study: Study, form: ReadingForm) -> HttpResponse | None:
    values = form.cleaned_data
    try:
        release = release_study(actor=request.user, study=study, seen=values["seen"], checks=values["checks"])
    except Conflict as error:
        messages.error(request, str(error))
        return redirect("casebank:study_reading", pk=study.pk)
    except Refused as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, _("Released as study no. %(number)d.") % {"number": release.number})
    return redirect("casebank:study_detail", pk=study.pk)


def _reading(request: HttpRequest, study: Study, form: ReadingForm, back: SendBackForm) -> HttpResponse:
    context = {"study": study, "parts": masked_parts(study), "form": form, "back": back}
    return render(request, "casebank/study/reading.html", context)
