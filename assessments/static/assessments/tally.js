/* The tab of the question on the page tells while one writes how many findings or sections there are. */

/** Returns what brings the tab up to date with ``fields``, the answer fields of the page by key. */
export function installTally(fields) {
    const tab = document.querySelector("[data-tally]")?.closest("a");
    if (!tab || !fields.size) return () => {};
    const place = tab.querySelector("[data-tally]");
    return () => {
        const written = [...fields.values()].map((field) => field.written);
        const full = written.filter(Boolean).length;
        place.textContent = place.dataset.one ? findings(written[0], place.dataset) : `${full}/${written.length}`;
        tab.classList.toggle("is-answered", full === written.length);
        tab.classList.toggle("is-partly", full > 0 && full < written.length);
    };
}

const findings = (count, { one, many }) => (count === 1 ? one : many).replace("{n}", count);
