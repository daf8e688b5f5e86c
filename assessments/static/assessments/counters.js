/* Live length of each section, counted without white space. */
import { length } from "./points.js";

export function installCounters(form) {
    for (const place of form.querySelectorAll("[data-count]")) {
        const area = document.getElementById(place.dataset.count);
        const brief = form.querySelector(`[data-count-for="${place.dataset.count}"]`);
        const show = () => {
            const count = length(area.value);
            place.textContent = place.dataset.text.replace("{n}", count);
            brief.textContent = count;
        };
        area.addEventListener("input", show);
        area.addEventListener("written", show);
        show();
    }
}
