/* The answer fields of the page: each reads and writes itself and tells the outbox about changes. */
import { installCasefile } from "./casefile.js";
import { installCounters } from "./counters.js";
import { FindingsField } from "./findings.js";

/** Key → field, for every field of the page's form; empty on pages without one. */
export function readFields(outbox) {
    const fields = new Map();
    const form = document.querySelector("[data-answer-form]");
    if (!form) return fields;
    const slot = Number(form.dataset.slot);
    const casefile = installCasefile();
    for (const element of form.querySelectorAll("[data-field]")) {
        const field = element.matches("textarea") ? new TextField(element) : new FindingsField(element, casefile);
        const name = element.dataset.field;
        field.onChange(() => field.locked || outbox.change(slot, name, field.read()));
        fields.set(outbox.keyOf(slot, name), field);
    }
    installCounters(form);
    return fields;
}

class TextField {
    constructor(element) {
        this.element = element;
        this.sent = element.value;
    }

    onChange(act) {
        this.act = act;
        this.element.addEventListener("input", () => this.push());
    }

    /** Tells about a change that has not been told yet. */
    push() {
        if (this.element.value === this.sent) return;
        this.sent = this.element.value;
        this.act();
    }

    get written() {
        return this.element.value.trim() ? 1 : 0;
    }

    read() {
        return { text: this.element.value };
    }

    write({ text }) {
        this.element.value = text ?? "";
        this.sent = this.element.value;
        this.element.dispatchEvent(new Event("written", { bubbles: true }));
    }

    lock(locked) {
        this.locked = locked;
        this.element.readOnly = locked;
    }
}
