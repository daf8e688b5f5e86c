/* The form of a reference finding: words selected in the case file become document, quote and position. */
import { Casefile } from "./casefile.js";
import { installCodePicker } from "./code_picker.js";

const bench = document.querySelector("[data-document-ids]");
const form = document.querySelector("[data-finding-form]");
const casefile = new Casefile(document.querySelector("[data-casefile]"));
const bar = document.querySelector("[data-selection-bar]");
const documents = bench.dataset.documentIds.split(",");

for (const input of form.querySelectorAll("[data-code-picker]")) installCodePicker(input);
casefile.addEventListener("selected", ({ detail }) => {
    bar.hidden = !detail.length;
    bar.querySelector("[data-selection-words]").textContent = detail.length ? `“${detail[0].quote}”` : "";
});
bar.addEventListener("mousedown", (event) => event.preventDefault());
bar.querySelector("[data-use-selection]").addEventListener("click", () => {
    const [span] = casefile.selected ?? [];
    if (!span) return;
    const place = casefile.placeOf(span.pid);
    form.elements.document.value = documents[Number(place.split(".")[0]) - 1];
    form.elements.quote.value = span.quote;
    form.elements.pid.value = span.pid;
    form.elements.start.value = span.start;
    form.elements.quote.dispatchEvent(new Event("input", { bubbles: true }));
    casefile.highlight([span]);
});
form.elements.quote.addEventListener("input", (event) => {
    if (event.isTrusted) form.elements.start.value = ""; // typed by hand: the server looks for the place
});
if (form.elements.pid.value && form.elements.start.value) showPresent();

function showPresent() {
    const start = Number(form.elements.start.value);
    casefile.show(form.elements.pid.value);
    casefile.highlight([{ pid: form.elements.pid.value, start, end: start + [...form.elements.quote.value].length }]);
}
