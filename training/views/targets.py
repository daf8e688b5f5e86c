"""Target levels of posts, for HR to edit."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casebank.public import competencies, people_in_service, posts
from casebank.web.access import requires
from training.domain.competency import set_targets
from training.interfaces.forms.competency import TargetForm
from training.models import PostTarget
from training.rules import may_set_targets
from training.views.posting import posted


@requires(may_set_targets)
@require_http_methods(["GET", "POST"])
def post_targets(request: HttpRequest) -> HttpResponse:
    """A table of posts held in the unit and competencies; empty cells have no target."""
    held = people_in_service(request.user.person.unit_id).order_by().values("post_id")
    rows, columns = list(posts().filter(pk__in=held)), competencies()
    stored = PostTarget.objects.values_list("post_id", "competency__code", "level")
    levels = {(post, code): level for post, code, level in stored}
    form = TargetForm(posted(request), posts=rows, competencies=columns, levels=levels)
    if form.is_valid():
        changed = set_targets(actor=request.user, targets=form.targets())
        messages.success(request, _("Saved. Targets changed: %(count)d.") % {"count": changed})
        return redirect("training:post_targets")
    table = [(post, [form.cell(post.pk, column.code) for column in columns]) for post in rows]
    context = {"form": form, "table": table, "columns": columns}
    return render(request, "training/competency/targets.html", context)
