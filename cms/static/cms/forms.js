/* Sending once: the pressed button says so and cannot be pressed again until the page comes back. */
/* A live filter sends while one types: leaving its search field must not send again, over what was ticked meanwhile. */
import { text } from "./texts.js";

export function installForms() {
    document.addEventListener("submit", onSubmit);
    document.addEventListener("change", onChange, true);
    window.addEventListener("pageshow", restore);
    document.querySelector("[data-focus]")?.focus();
}

function onChange(event) {
    if (event.target.type === "search" && event.target.closest("form[hx-get]")) event.stopPropagation();
}

function onSubmit(event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.dataset.download !== undefined) return;
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
    if (event.submitter) announce(event.submitter);
}

function announce(button) {
    button.dataset.label = button.innerHTML;
    button.setAttribute("aria-disabled", "true");
    if (button.classList.contains("btn")) button.textContent = text("working");
}

/* The page may come back from the browser's memory with its buttons still saying "working". */
function restore(event) {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
        form.removeAttribute("aria-busy");
    }
    for (const button of document.querySelectorAll("[data-label]")) {
        button.innerHTML = button.dataset.label;
        button.removeAttribute("aria-disabled");
        delete button.dataset.label;
    }
}
