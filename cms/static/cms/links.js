/* Table rows with data-href, copy buttons, print buttons. */
import { text } from "./texts.js";
import { toast } from "./toasts.js";

export function installLinks() {
    document.addEventListener("click", (event) => {
        const target = event.target;
        const copy = target.closest("[data-copy]");
        if (copy) return void copyText(copy.dataset.copy);
        if (target.closest("[data-print]")) return void window.print();
        const row = target.closest("tr[data-href]");
        if (row && !target.closest("a, button, input, label, select, summary")) openRow(row, event);
    });
}

function openRow(row, event) {
    if (window.getSelection()?.toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(row.dataset.href, "_blank", "noopener");
    else window.location.assign(row.dataset.href);
}

async function copyText(words) {
    try {
        await navigator.clipboard.writeText(words);
        toast(text("copied"), "success");
    } catch {
        toast(text("copyFailed"), "warning");
    }
}
