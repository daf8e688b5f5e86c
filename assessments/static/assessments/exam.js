/* The desk of a running test: the answers of this page, the outbox, the clock. Also loaded by the hand-in page. */
import { readFields } from "./answer.js";
import { Clock, clockText } from "./clock.js";
import { Outbox } from "./outbox.js";
import { showRecovered } from "./recovered.js";
import { Status } from "./status.js";
import { openStore } from "./store.js";
import { installTally } from "./tally.js";

const LEAVE_WAIT = 4000;

const root = document.querySelector("[data-exam]");
if (root) run();

async function run() {
    const status = new Status(root);
    const store = await openStore();
    if (!store) status.on({ kind: "nostore" });
    const outbox = new Outbox({ attempt: Number(root.dataset.exam), url: root.dataset.answersUrl, store });
    for (const known of JSON.parse(document.getElementById("exam-known").textContent)) outbox.register(known);
    const fields = readFields(outbox);
    const count = installTally(fields);
    const clock = new Clock(document.querySelector("[data-timer]"), root.dataset.clockUrl);

    outbox.addEventListener("state", ({ detail }) => {
        status.on(detail);
        count();
        if (detail.saved) clock.set(detail.saved.time_left);
    });
    clock.addEventListener("clock", ({ detail }) => onClock(detail, { status, outbox, clock, fields }));
    await resume({ store, outbox, fields, status });
    if (clock.left <= 0) endOfTime({ status, outbox, fields });
    installTimerSwitch(clock);
    installLeaving(outbox, status);
    root.dataset.ready = "yes";
}

/** Text of an earlier window: put back if it is newer than what the server has, else handed to the server to keep. */
async function resume({ store, outbox, fields, status }) {
    const records = (await store?.unsent(outbox.attempt).catch(() => [])) ?? [];
    let restored = false;
    for (const record of records) {
        const newest = outbox.isNewest(record);
        const field = fields.get(record.key);
        if (newest && field) field.write(record.payload);
        restored ||= newest;
        outbox.resume(newest ? record : { ...record, recover: true });
    }
    if (restored) status.warn(root.dataset.textRestored);
    outbox.addEventListener("state", ({ detail }) => {
        const { kind, record, saved } = detail;
        if (kind === "confirmed" && record.recover && !saved.known && fields.has(record.key)) showRecovered(root, record, fields.get(record.key));
    });
}

function onClock({ kind, minutes }, { status, outbox, clock, fields }) {
    const texts = root.dataset;
    const acts = {
        minutes: () => status.say(minutes === 1 ? texts.textMinute : texts.textMinutes.replace("{n}", minutes)),
        forced: () => forceOut(outbox, fields),
        moved: () => {
            const words = texts.textExtended.replace("{time}", clockText(Math.ceil(clock.left)));
            status.warn(words);
            for (const field of fields.values()) field.lock(clock.left <= 0);
        },
        end: () => endOfTime({ status, outbox, fields }),
        over: () => toReceipt(outbox),
    };
    acts[kind]();
}

function forceOut(outbox, fields) {
    for (const field of fields.values()) field.push();
    return outbox.flush();
}

/** Time is up: no more typing; what is waiting is still sent in the grace, then the server hands in. */
async function endOfTime({ status, outbox, fields }) {
    await forceOut(outbox, fields);
    for (const field of fields.values()) field.lock(true);
    status.warn(root.dataset.textTimeUp);
    setTimeout(() => toReceipt(outbox), (Number(root.dataset.grace) + 2) * 1000);
}

function toReceipt(outbox) {
    if (outbox.waiting) return; // the text stays visible; the notice says why
    leaving = true;
    window.location.assign(root.dataset.receiptUrl);
}

let leaving = false;

function installLeaving(outbox, status) {
    document.addEventListener("focusout", () => outbox.flush());
    document.addEventListener("visibilitychange", () => document.hidden && outbox.leave());
    window.addEventListener("pagehide", () => outbox.leave());
    window.addEventListener("online", () => outbox.flush());
    window.addEventListener("beforeunload", (event) => {
        if (outbox.waiting && !leaving) event.preventDefault();
    });
    document.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-leave]");
        if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) goAfterSaving(event, link.href, { outbox, status });
    });
    document.addEventListener("submit", (event) => onSubmit(event, outbox), true);
}

/* Without a connection the next page would be the browser's error page, where nobody can write. */
async function goAfterSaving(event, href, { outbox, status }) {
    event.preventDefault();
    await settle(outbox);
    if (outbox.unreachable || !navigator.onLine) return status.refuse(root.dataset.textStay);
    leaving = true; // what could not be sent waits in the store and goes out from the next page
    window.location.assign(href);
}

/* Scripts save by themselves: the button of the plain form sends at once and stays here. */
async function onSubmit(event, outbox) {
    const form = event.target;
    if (form.matches("[data-answer-form]")) {
        event.preventDefault();
        event.stopImmediatePropagation();
        await outbox.flush();
    } else if (form.matches("[data-hand-in]") && outbox.waiting && !form.dataset.settled) {
        event.preventDefault();
        event.stopImmediatePropagation();
        await settle(outbox);
        if (outbox.waiting) return; // offline: handing in now would leave text behind
        form.dataset.settled = "yes";
        form.requestSubmit();
    }
}

const settle = (outbox) => Promise.race([outbox.flush(), new Promise((done) => setTimeout(done, LEAVE_WAIT))]);

function installTimerSwitch(clock) {
    const button = document.querySelector("[data-timer-toggle]");
    const set = (hidden) => {
        clock.element.classList.toggle("is-hidden", hidden);
        button.setAttribute("aria-pressed", String(hidden));
        sessionStorage.setItem("anjian-clock", hidden ? "hidden" : "");
    };
    button.hidden = false;
    set(sessionStorage.getItem("anjian-clock") === "hidden");
    button.addEventListener("click", () => set(button.getAttribute("aria-pressed") !== "true"));
}
