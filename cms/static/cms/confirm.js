/* <form data-confirm="Question?"> or <button data-confirm="…"> asks in a dialog before it is sent. */
import { text } from "./texts.js";

export function installConfirm() {
    document.addEventListener("submit", onSubmit, true);
    document.addEventListener("htmx:confirm", onHtmx);
}

/** Resolves to true when the person agrees. */
export function ask(question) {
    const dialog = build(question);
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
        dialog.addEventListener("close", () => {
            dialog.remove();
            resolve(dialog.returnValue === "yes");
        });
    });
}

async function onSubmit(event) {
    const form = event.target;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!question || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!(await ask(question))) return;
    form.dataset.confirmed = "yes";
    form.requestSubmit(event.submitter ?? undefined);
    delete form.dataset.confirmed;
}

async function onHtmx(event) {
    if (!event.detail.question) return;
    event.preventDefault();
    if (await ask(event.detail.question)) event.detail.issueRequest(true);
}

function build(question) {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    const form = document.createElement("form");
    form.method = "dialog";
    const words = document.createElement("p");
    words.id = "dialog-question";
    words.textContent = question;
    dialog.setAttribute("aria-labelledby", words.id);
    const actions = document.createElement("div");
    actions.className = "form-actions";
    actions.append(button("no", text("cancel"), "outline-secondary"), button("yes", text("confirm"), "primary"));
    form.append(words, actions);
    dialog.append(form);
    return dialog;
}

function button(value, label, tone) {
    const element = document.createElement("button");
    element.className = `btn btn-${tone}`;
    element.value = value;
    element.textContent = label;
    return element;
}
