/* Draws every [data-chart] from its JSON with ECharts; the table beside it stays the accessible form. */
const COLOURS = ["#1c5296", "#b97500", "#17623f", "#a12018", "#5b4a9c", "#0f7185"];
const SYMBOLS = ["circle", "triangle", "rect", "diamond", "pin", "arrow"];
const FONT = getComputedStyle(document.body).fontFamily;

const axes = { bar: categoryOption, line: categoryOption, radar: radarOption };

for (const place of document.querySelectorAll("[data-chart]")) draw(place);

function draw(place) {
    const data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    const chart = window.echarts.init(place, null, { renderer: "svg" });
    chart.setOption({ ...common(data), ...axes[data.kind](data) });
    const resize = () => chart.resize();
    new ResizeObserver(resize).observe(place);
    window.addEventListener("beforeprint", resize);
}

function common(data) {
    return {
        animation: false,
        aria: { enabled: true, decal: { show: data.kind === "bar" && data.series.length > 1 } },
        color: COLOURS,
        legend: { bottom: 0, show: data.series.length > 1 },
        textStyle: { fontFamily: FONT, fontSize: 12, color: "#1b2430" },
    };
}

function categoryOption(data) {
    return {
        grid: { left: 8, right: 16, top: 28, bottom: data.series.length > 1 ? 32 : 8, containLabel: true },
        xAxis: { type: "category", data: data.labels, axisLabel: { ...labelling(data.labels), color: "#52606f" } },
        yAxis: { type: "value", name: data.unit, scale: data.kind === "line", max: data.maximum ?? undefined, axisLabel: { color: "#52606f" } },
        series: data.series.map((series, index) => ({
            name: series.name,
            type: data.kind,
            data: series.values,
            barMaxWidth: 36,
            symbol: SYMBOLS[index % SYMBOLS.length],
            symbolSize: 7,
            label: { show: data.kind === "bar" && data.labels.length * data.series.length <= 12, position: "top" },
        })),
    };
}

/* Every name up to sixteen, slanted when they would not fit side by side. */
function labelling(labels) {
    if (labels.length > 16) return { hideOverlap: true };
    return { interval: 0, rotate: labels.length > 6 ? 40 : 0 };
}

function radarOption(data) {
    const highest = Math.max(...data.series.flatMap((series) => series.values), 1);
    const max = data.maximum ?? highest;
    return {
        radar: {
            indicator: data.labels.map((name) => ({ name, max })),
            radius: "62%",
            axisName: { color: "#1b2430" },
        },
        series: [
            {
                type: "radar",
                data: data.series.map((series, index) => ({
                    name: series.name,
                    value: series.values,
                    symbol: SYMBOLS[index % SYMBOLS.length],
                    symbolSize: 7,
                    areaStyle: { opacity: 0.08 },
                })),
            },
        ],
    };
}
