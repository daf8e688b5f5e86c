"""Charts draw what the table says, and never draw a gap as zero."""

import pytest

from cms.web.charts import ChartTable, axes_without_figure, chart_payload, chart_table


def _radar(*values):
    labels = ["证据审查", "法律适用", "文书制作", "程序规范"]
    return {"kind": "radar", "labels": labels, "maximum": 5, "series": [{"name": "本人", "values": list(values)}]}


def test_payload_keeps_labels_series_and_maximum():
    assert chart_payload(_radar(3, 4, 2.5, 1), "素能") == {
        "kind": "radar",
        "title": "素能",
        "labels": ["证据审查", "法律适用", "文书制作", "程序规范"],
        "series": [{"name": "本人", "values": [3, 4, 2.5, 1]}],
        "maximum": 5,
        "unit": "",
    }


def test_radar_leaves_out_an_axis_without_figure_and_says_so():
    data = _radar(3, None, 2, 1)

    assert chart_payload(data, "素能")["labels"] == ["证据审查", "文书制作", "程序规范"]
    assert chart_payload(data, "素能")["series"][0]["values"] == [3, 2, 1]
    assert axes_without_figure(data) == ["法律适用"]


def test_radar_with_fewer_than_three_axes_becomes_bars_with_gaps():
    data = _radar(3, None, None, 1)

    assert chart_payload(data, "素能")["kind"] == "bar"
    assert chart_payload(data, "素能")["series"][0]["values"] == [3, None, None, 1]
    assert axes_without_figure(data) == []


def test_table_has_one_row_per_label_and_keeps_gaps():
    data = {
        "kind": "line",
        "labels": ["6月", "7月"],
        "unit": "分",
        "label_name": "月份",
        "series": [{"name": "本部门", "values": [82.5, None]}, {"name": "全院", "values": [84, 85]}],
    }

    assert chart_table(data) == ChartTable(
        head=("月份", "本部门 (分)", "全院 (分)"), rows=(("6月", 82.5, 84), ("7月", None, 85))
    )


def test_unknown_kinds_and_uneven_series_are_refused():
    with pytest.raises(ValueError, match="pie"):
        chart_payload({"kind": "pie", "labels": [], "series": []}, "x")
    with pytest.raises(ValueError, match="2 values"):
        chart_payload({"kind": "bar", "labels": ["a"], "series": [{"name": "s", "values": [1, 2]}]}, "x")
