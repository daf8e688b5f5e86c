"""The pieces of the interface: what they say to people and to screen readers."""

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template import Context, Template

from tests.cms.kitchen import KitchenForm


def _soup(source, **context):
    return BeautifulSoup(Template("{% load ui %}" + source).render(Context(context)), "html.parser")


def test_icon_is_hidden_unless_it_has_a_label():
    assert _soup("{% icon 'house' %}").svg["aria-hidden"] == "true"
    assert _soup("{% icon 'house' 'Desk' %}").svg["aria-label"] == "Desk"


def test_field_ties_label_help_and_error_to_the_control():
    form = KitchenForm({"name": ""})

    soup = _soup("{% ui_field form.name %}", form=form)

    control = soup.find("input")
    assert soup.label["for"] == control["id"]
    assert control["aria-invalid"] == "true"
    assert [soup.find(id=name) is not None for name in control["aria-describedby"].split()] == [True, True]


def test_group_of_choices_is_a_fieldset_with_a_legend():
    soup = _soup("{% ui_field form.stage %}", form=KitchenForm())

    assert soup.fieldset.legend.get_text(strip=True) == "阶段"
    assert len(soup.fieldset.find_all("input", type="radio")) == 2


def test_placeholder_that_repeats_the_label_is_dropped():
    form = KitchenForm()
    form.fields["name"].widget.attrs["placeholder"] = "案件名称"

    assert "placeholder" not in _soup("{% ui_field form.name %}", form=form).input.attrs


def test_form_renders_every_visible_field_hidden_ones_and_links_to_the_faulty():
    soup = _soup("{% ui_form form %}", form=KitchenForm({}))

    assert soup.find("input", {"name": "token"})["type"] == "hidden"
    assert {tag["name"] for tag in soup.find_all(["input", "select", "textarea"])} == set(KitchenForm.base_fields)
    assert soup.find(role="alert").find("a", string="案件名称")["href"] == "#id_name"


def test_a_fresh_form_shows_no_errors():
    assert _soup("{% ui_form form %}", form=KitchenForm()).find(role="alert") is None


def test_pagination_keeps_the_rest_of_the_query(rf):
    page = Paginator(range(578), 25).get_page(2)

    soup = _soup("{% ui_pagination page %}", page=page, request=rf.get("/list/?q=盗窃&line=xs&page=2"))

    assert soup.find(attrs={"rel": "next"})["href"] == "?q=%E7%9B%97%E7%AA%83&line=xs&page=3"
    assert soup.find(attrs={"aria-current": "page"}).string == "2"


def test_one_page_needs_no_links(rf):
    page = Paginator(range(3), 25).get_page(1)

    assert _soup("{% ui_pagination page %}", page=page, request=rf.get("/")).find("a") is None


def test_confirm_button_posts_its_fields_with_the_token_and_escapes_them():
    soup = _soup(
        "{% ui_confirm_button 'Publish' '/x/' question tone='primary' version=value %}",
        csrf_token="t0ken",
        question='Publish "A"?',
        value='"><script>',
    )

    assert soup.form["data-confirm"] == 'Publish "A"?'
    assert soup.form["method"] == "post"
    assert soup.find("input", {"name": "csrfmiddlewaretoken"})["value"] == "t0ken"
    assert soup.find("input", {"name": "version"})["value"] == '"><script>'
    assert soup.script is None


@pytest.mark.parametrize(
    "source",
    [
        "{% ui_panel title=evil %}{{ evil }}{% endui_panel %}",
        "{% ui_note title=evil %}{{ evil }}{% endui_note %}",
        "{% ui_table evil %}<tbody><tr><td>{{ evil }}</td></tr></tbody>{% endui_table %}",
        "{% ui_facts %}{% ui_fact evil evil %}{% endui_facts %}",
        "{% ui_stats %}{% ui_stat evil evil unit=evil hint=evil %}{% endui_stats %}",
        "{% ui_badge evil %}{% ui_state evil %}{% ui_empty evil evil %}{% ui_progress 1 2 evil %}{% ui_crumb evil %}",
        "{% ui_more label=evil %}{{ evil }}{% endui_more %}",
        "{% ui_chart evil chart %}",
        "{% ui_timeline history %}",
    ],
)
def test_values_are_escaped_everywhere(source):
    evil = "<img src=x>"
    chart = {"kind": "bar", "labels": [evil], "series": [{"name": evil, "values": [1]}]}

    soup = _soup(source, evil=evil, chart=chart, history=[{"when": evil, "what": evil, "who": evil, "detail": evil}])

    assert soup.img is None
    assert "<img src=x>" in soup.get_text() or "\\u003Cimg" in str(soup)


def test_table_can_be_scrolled_by_keyboard_and_has_a_name():
    soup = _soup("{% ui_table 'Cases' %}<tbody></tbody>{% endui_table %}")

    region = soup.find(role="region")
    assert (region["tabindex"], region["aria-label"], soup.caption.string) == ("0", "Cases", "Cases")


def test_missing_values_show_as_a_dash_and_zero_as_zero():
    assert _soup("{% ui_fact 'n' None %}").dd.get_text(strip=True) == "—"
    assert _soup("{% ui_fact 'n' 0 %}").dd.get_text(strip=True) == "0"
    assert _soup("{% ui_stat 'n' None %}").find(class_="stat-value").string == "—"
    assert _soup("{% ui_stat 'n' 0 %}").find(class_="stat-value").string == "0"


def test_chart_prints_its_figures_beside_the_drawing():
    chart = {"kind": "bar", "labels": ["证据采信"], "series": [{"name": "问题数", "values": [12]}]}

    soup = _soup("{% ui_chart 'Defects' chart name='c' %}", chart=chart)

    assert [cell.string for cell in soup.find_all(["th", "td"])][1:] == ["问题数", "证据采信", "12"]
    assert soup.find(id=soup.find(attrs={"data-chart": True})["data-chart"])["type"] == "application/json"


def test_tab_of_the_page_shown_is_current(rf):
    source = "{% ui_tab 'All' '/a/' count=3 %}{% ui_tab 'Mine' '/a/?mine=1' %}"

    soup = _soup(source, request=rf.get("/a/?mine=1"))

    assert [link.get("aria-current") for link in soup.find_all("a")] == ["page", "page"]
