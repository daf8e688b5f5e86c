/* The review desk by keyboard (j next, k previous, a replace, r keep, u undo) and by selecting words. */
const desk = document.querySelector("[data-masking]");
let current = "";

if (desk) {
    document.addEventListener("keydown", onKey);
    document.addEventListener("selectionchange", debounce(takeSelection, 250));
    desk.addEventListener("click", onClick);
    document.addEventListener("htmx:beforeRequest", rememberPlace);
    document.addEventListener("htmx:afterSettle", restorePlace);
}

const items = () => [...desk.querySelectorAll("[data-decisions] > [data-group]")];
const itemOf = (group) => desk.querySelector(`[data-decisions] > [data-group="${group}"]`);
const quiet = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const acts = { j: () => step(1), k: () => step(-1), a: () => press("a"), u: () => press("u"), r: openKeep };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
}

function step(by) {
    const all = items();
    const at = all.findIndex((item) => item.dataset.group === current);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) show(next.dataset.group);
}

function press(key) {
    itemOf(current)?.querySelector(`[data-key="${key}"]`)?.click();
}

function openKeep() {
    const more = itemOf(current)?.querySelector("details");
    if (!more) return;
    more.open = true;
    more.querySelector("input[name=note]").focus();
}

function show(group, { scrollText = true } = {}) {
    current = group;
    for (const marked of desk.querySelectorAll(".is-current")) marked.classList.remove("is-current");
    const item = itemOf(group);
    item?.classList.add("is-current");
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "nearest", behavior: quiet() ? "auto" : "smooth" });
    const places = [...desk.querySelectorAll(`a.mk[data-group="${group}"]`)];
    for (const place of places) place.classList.add("is-current");
    if (scrollText) centre(places.find((place) => place.offsetParent));
}

/* Only the pane with the texts scrolls, not the page. */
function centre(place) {
    const pane = place?.closest("[data-texts]");
    if (!pane) return;
    const gap = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollBy({ top: gap - pane.clientHeight / 2, behavior: quiet() ? "auto" : "smooth" });
}

function onClick(event) {
    const mark = event.target.closest("a.mk[data-group]");
    if (!mark || !itemOf(mark.dataset.group)) return;
    event.preventDefault();
    if (!String(getSelection())) show(mark.dataset.group, { scrollText: false });
}

let scrolled = { texts: 0, list: 0 };
let following = "";

function rememberPlace(event) {
    const item = event.detail.elt.closest?.("[data-decisions] > [data-group]");
    scrolled = { texts: desk.querySelector("[data-texts]").scrollTop, list: desk.querySelector("[data-decisions]").scrollTop };
    if (!item) return;
    current = item.dataset.group;
    const later = items().slice(items().indexOf(item) + 1);
    following = later.find((one) => "open" in one.dataset)?.dataset.group ?? "";
}

function restorePlace(event) {
    if (event.detail.target.id !== "live") return;
    desk.querySelector("[data-texts]").scrollTop = scrolled.texts;
    desk.querySelector("[data-decisions]").scrollTop = scrolled.list;
    const failed = document.querySelector("#messages .note-error");
    const decided = itemOf(current) && !("open" in itemOf(current).dataset);
    const next = !failed && (decided || !itemOf(current)) && following ? following : current;
    if (itemOf(next)) show(next);
    if (!failed) desk.querySelector("[data-add] form")?.reset();
}

/* Words selected in the original go into the form below the legend. */
function takeSelection() {
    const selection = getSelection();
    const words = String(selection).trim();
    const inside = selection.anchorNode && desk.querySelector("[data-texts]")?.contains(selection.anchorNode);
    const original = selection.anchorNode?.parentElement?.closest("[data-original]");
    if (!inside || !original || words.length < 2 || words.length > 400) return;
    const add = desk.querySelector("[data-add]");
    add.open = true;
    add.querySelector("[name=words]").value = words;
    announce();
}

function announce() {
    let line = desk.querySelector("[data-selected]");
    if (!line) {
        line = document.createElement("p");
        line.dataset.selected = "";
        line.className = "form-text";
        line.setAttribute("role", "status");
        desk.querySelector("[data-add] form").append(line);
    }
    line.textContent = desk.dataset.textSelected;
}

function debounce(act, wait) {
    let timer = 0;
    return () => {
        clearTimeout(timer);
        timer = setTimeout(act, wait);
    };
}
