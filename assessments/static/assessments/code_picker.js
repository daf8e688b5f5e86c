/* A text field that searches the negative list by words or code (ARIA combobox); the datalist of the page is the list. */

const SHOWN = 40;
let counter = 0;

export function installCodePicker(input) {
    if (!input || input.dataset.dressed) return;
    input.dataset.dressed = "yes";
    new CodePicker(input);
}

class CodePicker {
    constructor(input) {
        this.input = input;
        this.options = readOptions(document.getElementById(input.getAttribute("list")));
        input.removeAttribute("list");
        this.build();
        input.addEventListener("input", () => this.open());
        input.addEventListener("keydown", (event) => this.onKey(event));
        input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
        input.addEventListener("written", () => this.showTitle());
        this.list.addEventListener("mousedown", (event) => this.onPress(event));
        this.showTitle();
    }

    build() {
        const id = `code-options-${(counter += 1)}`;
        const frame = document.createElement("div");
        frame.className = "code-picker";
        this.input.replaceWith(frame);
        this.list = Object.assign(document.createElement("ul"), { className: "code-options", id, hidden: true });
        this.list.setAttribute("role", "listbox");
        this.list.setAttribute("aria-label", this.input.labels?.[0]?.textContent.trim() ?? this.input.placeholder);
        this.title = Object.assign(document.createElement("div"), { className: "code-title", id: `${id}-title` });
        frame.append(this.input, this.list, this.title);
        const wiring = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
        for (const [name, value] of Object.entries(wiring)) this.input.setAttribute(name, value);
        this.input.setAttribute("aria-describedby", `${this.input.getAttribute("aria-describedby") ?? ""} ${this.title.id}`.trim());
    }

    open() {
        const terms = this.input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
        this.found = this.options.filter((option) => terms.every((term) => option.search.includes(term))).slice(0, SHOWN);
        this.list.replaceChildren(...this.found.map((option, index) => row(option, `${this.list.id}-${index}`)));
        this.list.hidden = !this.found.length;
        this.input.setAttribute("aria-expanded", String(!this.list.hidden));
        this.mark(-1);
        this.showTitle();
    }

    close() {
        this.list.hidden = true;
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
    }

    mark(index) {
        this.index = index;
        [...this.list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === index)));
        const item = this.list.children[index];
        if (!item) return this.input.removeAttribute("aria-activedescendant");
        this.input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
    }

    onKey(event) {
        const moves = { ArrowDown: 1, ArrowUp: -1 };
        if (event.key in moves) {
            event.preventDefault();
            if (this.list.hidden) return this.open();
            const count = this.found.length;
            this.mark((this.index + moves[event.key] + count) % count);
        } else if (event.key === "Enter" && !this.list.hidden) {
            event.preventDefault();
            this.choose(this.found[Math.max(0, this.index)]);
        } else if (event.key === "Escape") {
            this.close();
        }
    }

    onPress(event) {
        event.preventDefault();
        const item = event.target.closest("li");
        if (item) this.choose(this.found[[...this.list.children].indexOf(item)]);
    }

    choose(option) {
        this.input.value = option.code;
        this.input.dispatchEvent(new Event("input", { bubbles: true }));
        this.close();
    }

    showTitle() {
        const code = this.input.value.trim().toUpperCase();
        this.title.textContent = this.options.find((option) => option.code === code)?.title ?? "";
    }
}

function readOptions(datalist) {
    return [...(datalist?.options ?? [])].map((option) => {
        const { group = "", words = "" } = option.dataset;
        const search = `${option.value} ${option.label} ${group} ${words}`.toLowerCase();
        return { code: option.value, title: option.label, group, search };
    });
}

function row(option, id) {
    const item = Object.assign(document.createElement("li"), { id });
    item.setAttribute("role", "option");
    for (const [name, words] of [["code", option.code], ["", option.title], ["code-group", option.group]]) {
        item.append(Object.assign(document.createElement("span"), { className: name, textContent: words }));
    }
    return item;
}
