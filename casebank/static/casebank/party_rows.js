/* One more row in the list of names; without scripts there are always three empty ones. */
const rows = document.querySelector("[data-party-rows]");
const template = document.querySelector("[data-party-template]");
const button = document.querySelector("[data-party-add]");

if (rows && template && button) {
    button.hidden = false;
    button.addEventListener("click", addRow);
}

function addRow() {
    const total = document.querySelector(`[name="${rows.dataset.prefix}-TOTAL_FORMS"]`);
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    total.value = Number(total.value) + 1;
    const row = holder.firstElementChild;
    rows.append(row);
    row.querySelector("input").focus();
}
