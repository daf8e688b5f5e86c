"""A page with every piece of the interface, for looking at and for the browser tests; not part of the product."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from cms.urls import handler400, handler403, handler404, handler500  # noqa: F401  the error pages belong to the URLs
from cms.urls import urlpatterns as site_urls


class KitchenForm(forms.Form):
    name = forms.CharField(label="案件名称", max_length=20, help_text="不超过20个字。")
    grade = forms.ChoiceField(label="等次", choices=[("a", "优质"), ("b", "合格"), ("c", "瑕疵"), ("d", "不合格")])
    stage = forms.ChoiceField(label="阶段", choices=[("1", "审查逮捕"), ("2", "审查起诉")], widget=forms.RadioSelect)
    codes = forms.MultipleChoiceField(
        label="问题类别", choices=[("x", "证据采信"), ("y", "文书制作")], widget=forms.CheckboxSelectMultiple
    )
    score = forms.DecimalField(label="得分", max_value=100, required=False)
    facts = forms.CharField(label="基本案情", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    file = forms.FileField(label="上传文书", help_text="docx,不超过 10 MB。", required=False)
    agreed = forms.BooleanField(label="已核对隐名结果", required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial="t")


class KitchenFilter(forms.Form):
    q = forms.CharField(label="关键词", required=False, widget=forms.TextInput(attrs={"type": "search"}))
    line = forms.ChoiceField(label="业务条线", required=False, choices=[("", "全部"), ("xs", "刑事检察")])


def kitchen(request: HttpRequest) -> HttpResponse:
    form = KitchenForm(request.POST or None, request.FILES or None)
    form.is_valid()
    return render(request, "kitchen.html", _context(request, form))


def crash(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("asked for by a test")


def busy(request: HttpRequest) -> HttpResponse:
    raise OperationalError("database is locked")


def _context(request: HttpRequest, form: forms.Form) -> dict[str, Any]:
    labels = ["证据审查", "法律适用", "文书制作", "程序规范", "风险研判"]
    return {
        "form": form,
        "filter": KitchenFilter(request.GET or None),
        "page": Paginator(range(1, 579), 25).get_page(request.GET.get("page")),
        "radar": {
            "kind": "radar",
            "labels": labels,
            "maximum": 5,
            "unit": "级",
            "label_name": "素能",
            "series": [
                {"name": "现有水平", "values": [3.2, 4, 2.5, 3.8, None]},
                {"name": "岗位要求", "values": [4, 4, 4, 3, 3]},
            ],
        },
        "bar": {
            "kind": "bar",
            "labels": labels,
            "unit": "个",
            "series": [{"name": "问题数", "values": [12, 5, 19, 7, 2]}],
        },
        "line": {
            "kind": "line",
            "labels": ["2026-06", "2026-07", "2026-08", "2026-09"],
            "unit": "分",
            "series": [
                {"name": "本部门", "values": [82.5, None, 86, 88]},
                {"name": "全院", "values": [84, 84.5, 85, 85.5]},
            ],
        },
        "history": [
            {"when": "2026-11-20 09:12", "who": "赵明远", "what": "提交", "tone": "info"},
            {
                "when": "2026-11-21 15:40",
                "who": "孙立诚",
                "what": "退回修改",
                "detail": "请补充规则依据。",
                "tone": "warning",
            },
            {"when": "2026-11-22 10:05", "who": "孙立诚", "what": "发布", "tone": "success"},
        ],
    }


urlpatterns = [
    path("kitchen/", kitchen, name="kitchen"),
    path("crash/", crash),
    path("busy/", busy),
    *site_urls,
]
