/* Text of a closed window that a newer answer has replaced: shown, and taken over on request. */

export function showRecovered(root, record, field) {
    const box = document.createElement("div");
    box.className = "note note-warning recovered";
    const body = document.createElement("div");
    const lead = document.createElement("p");
    lead.textContent = root.dataset.textRecovered;
    const text = document.createElement("pre");
    text.textContent = record.payload.text ?? JSON.stringify(record.payload.findings, null, 1);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-outline-primary";
    button.textContent = root.dataset.textUse;
    button.addEventListener("click", () => {
        field.write(record.payload);
        field.act();
        box.remove();
    });
    body.append(lead, text, button);
    box.append(body);
    root.querySelector("[data-recovered]").append(box);
}
