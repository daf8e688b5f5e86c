/* Findings as cards: add, remove, reorder, places from the selection or typed; the whole list is one answer field. */
import { installCodePicker } from "./code_picker.js";
import { find, pointsIn } from "./points.js";
import { newUuid } from "./post.js";

const TEXTS = ["id", "defect_code", "attribute", "consequence", "legal_basis", "remedy", "reasoning"];

export class FindingsField {
    constructor(element, casefile) {
        this.element = element;
        this.casefile = casefile;
        this.list = element.querySelector("[data-finding-list]");
        this.template = element.querySelector("[data-finding-template]");
        element.classList.add("has-script");
        element.querySelector("[data-blank]")?.remove();
        for (const card of this.cards) this.dress(card);
        const add = element.querySelector("[data-add-finding]");
        add.hidden = false;
        add.addEventListener("click", () => this.add([], true));
        this.list.addEventListener("input", (event) => this.onInput(event));
        this.list.addEventListener("click", (event) => this.onClick(event));
        this.list.addEventListener("focusin", (event) => this.activate(event.target.closest("[data-finding]")));
        this.installSelection();
        this.renumber();
        this.sent = JSON.stringify(this.read());
    }

    get cards() {
        return [...this.list.querySelectorAll("[data-finding]")];
    }

    get written() {
        return this.read().findings.length;
    }

    onChange(act) {
        this.act = act;
    }

    push() {
        const now = JSON.stringify(this.read());
        this.paint();
        if (now === this.sent) return;
        this.sent = now;
        this.act?.();
    }

    read() {
        return { findings: this.cards.map((card) => this.readCard(card)).filter(isWritten) };
    }

    readCard(card) {
        const finding = Object.fromEntries(TEXTS.map((name) => [name, card.querySelector(`[data-name="${name}"]`).value]));
        finding.spans = [...card.querySelectorAll("[data-place-row]")].map((row) => this.readPlace(row)).filter(Boolean);
        return finding;
    }

    readPlace(row) {
        const typed = row.querySelector('[data-name="place"]').value.trim();
        const area = row.querySelector('[data-name="quote"]');
        const quote = area.value.trim();
        if (!typed && !quote) return null;
        const pid = this.casefile?.pidOf(typed) || typed;
        return { pid, quote, ...this.positionOf(area, quote, pid) };
    }

    /* The position that was selected holds as long as the words have not been edited since. */
    positionOf(area, quote, pid) {
        const text = this.casefile?.textOf(pid) ?? "";
        const start = Number(area.dataset.start);
        const kept = area.dataset.start !== "" && [...text].slice(start, start + pointsIn(quote)).join("") === quote;
        return kept && quote ? { start, end: start + pointsIn(quote) } : find(quote, text);
    }

    write({ findings }) {
        this.list.replaceChildren();
        for (const finding of findings ?? []) this.fill(this.add(finding.spans ?? [], false), finding);
        this.sent = JSON.stringify(this.read());
        this.paint();
    }

    fill(card, finding) {
        for (const name of TEXTS) {
            const control = card.querySelector(`[data-name="${name}"]`);
            control.value = finding[name] ?? "";
            control.dispatchEvent(new Event("written"));
        }
    }

    lock(locked) {
        this.locked = locked;
        for (const control of this.element.querySelectorAll("input, textarea, select, button")) control.disabled = locked;
    }

    /** A new card with places; returns it. */
    add(spans, focus) {
        const card = this.template.content.firstElementChild.cloneNode(true);
        card.innerHTML = card.innerHTML.replaceAll("f-new-", `f-${newUuid().slice(0, 8)}-`);
        card.querySelector('[data-name="id"]').value = newUuid().slice(0, 8);
        this.list.append(card);
        this.dress(card);
        for (const span of spans) this.addPlace(card, span);
        this.renumber();
        if (!focus) return card;
        this.casefile?.switchTo?.("answer");
        card.scrollIntoView({ block: "nearest" });
        card.querySelector(spans.length ? '[data-name="defect_code"]' : '[data-name="place"]').focus();
        return card;
    }

    addPlace(card, span) {
        const rows = card.querySelectorAll("[data-place-row]");
        const free = [...rows].find((row) => !this.readPlace(row));
        const row = free ?? rows[0].cloneNode(true);
        if (!free) rows[rows.length - 1].after(row);
        const area = row.querySelector('[data-name="quote"]');
        row.querySelector('[data-name="place"]').value = span ? (this.casefile?.placeOf(span.pid) ?? span.pid) : "";
        area.value = span?.quote ?? "";
        area.dataset.start = span?.start ?? "";
        return row;
    }

    dress(card) {
        for (const button of card.querySelectorAll("button[hidden]")) button.hidden = false;
        installCodePicker(card.querySelector("[data-code-picker]"));
    }

    onInput(event) {
        if (event.target.dataset.name === "place") event.target.setCustomValidity("");
        this.push();
    }

    onClick(event) {
        const button = event.target.closest("button");
        const card = event.target.closest("[data-finding]");
        if (!button || !card) return;
        const row = button.closest("[data-place-row]");
        const acts = [
            ["[data-up]", () => card.previousElementSibling?.before(card)],
            ["[data-down]", () => card.nextElementSibling?.after(card)],
            ["[data-remove]", () => this.remove(card)],
            ["[data-add-place]", () => this.addPlace(card, null).querySelector("input").focus()],
            ["[data-remove-place]", () => this.removePlace(card, row)],
            ["[data-jump]", () => this.casefile?.show(this.readPlace(row)?.pid)],
        ];
        acts.find(([selector]) => button.matches(selector))?.[1]();
        this.renumber();
        this.push();
    }

    remove(card) {
        if (isWritten(this.readCard(card)) && !window.confirm(this.element.dataset.textRemove)) return;
        const next = card.nextElementSibling ?? card.previousElementSibling;
        card.remove();
        (next?.querySelector("[data-remove]") ?? this.element.querySelector("[data-add-finding]")).focus();
    }

    removePlace(card, row) {
        if (card.querySelectorAll("[data-place-row]").length > 1) return row.remove();
        for (const control of row.querySelectorAll("input, textarea")) control.value = "";
    }

    renumber() {
        this.cards.forEach((card, index) => {
            const title = this.element.dataset.textTitle.replace("{n}", index + 1);
            card.querySelector("[data-finding-title]").textContent = title;
            card.querySelector("[data-up]").disabled = index === 0;
            card.querySelector("[data-down]").disabled = index === this.cards.length - 1;
        });
    }

    activate(card) {
        this.active = card;
        for (const one of this.cards) one.classList.toggle("is-active", one === card);
        this.paint();
        this.showSelection(this.casefile?.selected ?? []);
    }

    paint() {
        const spans = this.cards.flatMap((card) =>
            this.readCard(card).spans.map((span) => ({ ...span, active: card === this.active })),
        );
        this.casefile?.highlight(spans);
    }

    installSelection() {
        this.bar = document.querySelector("[data-selection-bar]");
        if (!this.bar || !this.casefile) return;
        this.casefile.addEventListener("selected", ({ detail }) => this.showSelection(detail));
        this.bar.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
        this.bar.querySelector("[data-new-from-selection]").addEventListener("click", () => this.take((spans) => this.add(spans, true)));
        this.bar.querySelector("[data-add-selection]").addEventListener("click", () =>
            this.take((spans) => spans.forEach((span) => this.addPlace(this.active, span))),
        );
    }

    take(act) {
        const spans = this.casefile.selected ?? [];
        if (!spans.length || this.locked) return;
        act(spans);
        document.getSelection().removeAllRanges();
        this.showSelection([]);
        this.push();
    }

    showSelection(spans) {
        if (!this.bar) return;
        this.bar.hidden = !spans.length;
        if (!spans.length) return;
        this.bar.querySelector("[data-selection-words]").textContent = `“${spans.map((span) => span.quote).join(" … ")}”`;
        const add = this.bar.querySelector("[data-add-selection]");
        const number = this.cards.indexOf(this.active) + 1;
        add.hidden = number === 0;
        add.textContent = add.dataset.text.replace("{n}", number);
    }
}

const isWritten = (finding) =>
    finding.spans.length > 0 || TEXTS.some((name) => name !== "id" && finding[name].trim() !== "");
