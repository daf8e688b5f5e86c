/* The menu at narrow width, and menus that close on Escape or on a click elsewhere. */
export function installNavigation() {
    const menu = document.querySelector("[data-nav]");
    const opener = document.querySelector("[data-nav-open]");
    if (menu && opener) installMenu(menu, opener);
    document.addEventListener("click", (event) => closePopovers(event.target));
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") closePopovers(null);
    });
}

function installMenu(menu, opener) {
    const set = (open) => {
        menu.classList.toggle("is-open", open);
        opener.setAttribute("aria-expanded", String(open));
        (open ? menu.querySelector("a") : opener).focus();
    };
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", (event) => {
        event.preventDefault();
        set(!menu.classList.contains("is-open"));
    });
    menu.querySelector("[data-nav-close]")?.addEventListener("click", (event) => {
        event.preventDefault();
        set(false);
    });
    menu.addEventListener("keydown", (event) => {
        if (event.key === "Escape") set(false);
    });
}

function closePopovers(clicked) {
    for (const popover of document.querySelectorAll("details[data-popover][open]")) {
        if (clicked && popover.contains(clicked)) continue;
        popover.open = false;
        if (!clicked) popover.querySelector("summary").focus();
    }
}
