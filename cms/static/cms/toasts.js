/* Short remarks in the corner; screen readers hear them because #toasts is a live region. */
import { text } from "./texts.js";

const SECONDS = 6;

/** Shows a remark in a tone: info, success, warning, error. */
export function toast(words, tone = "info") {
    const place = document.getElementById("toasts");
    if (!place || !words) return;
    const note = document.createElement("div");
    note.className = `note note-${tone} toast-note`;
    const body = document.createElement("div");
    body.textContent = words;
    note.append(body);
    place.append(note);
    setTimeout(() => note.remove(), SECONDS * 1000);
}

/** htmx answers that failed; the server may send its own words in the HX-Trigger event "toast". */
export function installServerErrors() {
    document.addEventListener("htmx:responseError", () => toast(text("failed"), "error"));
    document.addEventListener("htmx:sendError", () => toast(text("failed"), "error"));
    document.addEventListener("toast", (event) => toast(event.detail.text, event.detail.tone));
}
