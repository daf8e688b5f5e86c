/* <form data-guard> warns before leaving the page while it holds changes that were not sent. */
const changed = new Set();

export function installGuard() {
    document.addEventListener("input", (event) => {
        const form = event.target.closest?.("form[data-guard]");
        if (form) changed.add(form);
    });
    document.addEventListener("submit", (event) => changed.delete(event.target));
    document.addEventListener("htmx:afterRequest", (event) => {
        if (event.detail.successful) changed.delete(event.target.closest("form"));
    });
    window.addEventListener("beforeunload", (event) => {
        if ([...changed].some((form) => form.isConnected)) event.preventDefault();
    });
}
