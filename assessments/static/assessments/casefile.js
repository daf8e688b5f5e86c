/* The case file: documents as tabs, words that are selected, places that are shown. */
import { pointsIn, unitAt } from "./points.js";

/** Returns the case file of the page, or null when it has none. */
export function installCasefile() {
    const pane = document.querySelector("[data-casefile]");
    return pane ? new Casefile(pane) : null;
}

export class Casefile extends EventTarget {
    constructor(pane) {
        super();
        this.pane = pane;
        this.scroll = pane.querySelector("[data-scroll]");
        this.documents = [...pane.querySelectorAll("[data-document]")];
        this.byPid = new Map([...pane.querySelectorAll("[data-pid]")].map((one) => [one.dataset.pid, one]));
        this.byPlace = new Map([...this.byPid.values()].map((one) => [one.dataset.place, one]));
        this.installTabs();
        this.installSwitch();
        document.addEventListener("selectionchange", () => this.onSelection());
    }

    textOf = (pid) => this.byPid.get(pid)?.textContent ?? "";
    placeOf = (pid) => this.byPid.get(pid)?.dataset.place ?? pid;
    pidOf = (place) => this.byPlace.get(place.trim().replace("．", ".").replace("。", "."))?.dataset.pid ?? "";

    installTabs() {
        this.tabs = [...this.pane.querySelectorAll("[data-tabs] a")];
        const list = this.pane.querySelector("[data-tabs]");
        list.setAttribute("role", "tablist");
        list.setAttribute("aria-label", list.closest("nav").getAttribute("aria-label"));
        this.tabs.forEach((tab, index) => {
            tab.parentElement.setAttribute("role", "presentation");
            tab.setAttribute("role", "tab");
            tab.setAttribute("aria-controls", this.documents[index].id);
            this.documents[index].setAttribute("role", "tabpanel");
            tab.addEventListener("click", (event) => {
                event.preventDefault();
                this.open(index);
            });
        });
        list.addEventListener("keydown", (event) => this.onTabKey(event));
        this.open(0);
    }

    onTabKey(event) {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const index = (this.shown + step + this.tabs.length) % this.tabs.length;
        this.open(index);
        this.tabs[index].focus();
    }

    open(index) {
        this.shown = index;
        this.tabs.forEach((tab, number) => {
            tab.setAttribute("aria-selected", String(number === index));
            tab.tabIndex = number === index ? 0 : -1;
            this.documents[number].hidden = number !== index;
        });
        this.scroll.scrollTop = 0;
    }

    /** On narrow screens one of the two panes is shown. */
    installSwitch() {
        const bar = document.querySelector("[data-pane-switch]");
        const bench = document.querySelector("[data-workbench]");
        if (!bar || !bench) return;
        this.switchTo = (pane) => {
            bench.dataset.shown = pane;
            for (const button of bar.children) button.setAttribute("aria-pressed", String(button.dataset.pane === pane));
        };
        bar.hidden = false;
        bench.classList.add("has-switch");
        bar.addEventListener("click", (event) => event.target.dataset.pane && this.switchTo(event.target.dataset.pane));
        this.switchTo("casefile");
    }

    /** Opens the document and scrolls to the paragraph. */
    show(pid) {
        const element = this.byPid.get(pid);
        if (!element) return;
        this.switchTo?.("casefile");
        this.open(this.documents.indexOf(element.closest("[data-document]")));
        for (const one of this.pane.querySelectorAll(".is-shown")) one.classList.remove("is-shown");
        element.parentElement.classList.add("is-shown");
        element.parentElement.scrollIntoView({ block: "center" });
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
    }

    /** Marks `spans` in the text: [{pid, start, end, active}]. */
    highlight(spans) {
        if (!window.Highlight) return;
        const ranges = { finding: [], "finding-active": [] };
        for (const span of spans) {
            const range = this.rangeOf(span);
            if (range) ranges[span.active ? "finding-active" : "finding"].push(range);
        }
        for (const [name, list] of Object.entries(ranges)) CSS.highlights.set(name, new Highlight(...list));
    }

    rangeOf({ pid, start, end }) {
        const node = this.byPid.get(pid)?.firstChild;
        if (!node || start === null || end === null) return null;
        const range = new Range();
        range.setStart(node, unitAt(node.data, start));
        range.setEnd(node, unitAt(node.data, end));
        return range;
    }

    onSelection() {
        const selection = document.getSelection();
        const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
        const inside = range && this.scroll.contains(range.commonAncestorContainer);
        if (!inside && !range && this.pane.contains(document.activeElement?.closest?.("[data-selection-bar]"))) return;
        this.selected = inside ? this.spansOf(range) : [];
        this.dispatchEvent(new CustomEvent("selected", { detail: this.selected }));
    }

    /** One span per paragraph that the range touches. */
    spansOf(range) {
        const spans = [];
        for (const element of this.documents[this.shown].querySelectorAll("[data-pid]")) {
            const node = element.firstChild;
            if (!node || !range.intersectsNode(element)) continue;
            const from = range.startContainer === node ? range.startOffset : 0;
            const to = range.endContainer === node ? range.endOffset : endIn(range, element, node);
            const span = trimmed(node.data, from, to);
            if (span) spans.push({ pid: element.dataset.pid, ...span });
        }
        return spans;
    }
}

/* The range may end in another element: before this one's text (nothing selected) or after it (all of it). */
function endIn(range, element, node) {
    return range.comparePoint(node, node.data.length) <= 0 ? node.data.length : 0;
}

function trimmed(text, from, to) {
    const words = text.slice(from, to);
    const quote = words.trim();
    if (!quote) return null;
    const start = pointsIn(text.slice(0, from + words.indexOf(quote)));
    return { start, end: start + pointsIn(quote), quote };
}
