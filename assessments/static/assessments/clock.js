/* The time left by the server's clock. The browser's date plays no part; only its running seconds are used. */

const SPOKEN = [60, 15, 5, 1]; // minutes
const POLL = 30000;
const FORCED = new Set([15, 5, 1]); // seconds before the end

export class Clock extends EventTarget {
    constructor(element, url) {
        super();
        this.element = element;
        this.url = url;
        this.set(Number(element.dataset.secondsLeft));
        this.last = Math.ceil(this.left);
        this.tick();
        setInterval(() => this.tick(), 250);
        setInterval(() => this.ask(), POLL);
        document.addEventListener("visibilitychange", () => document.hidden || this.ask());
    }

    get left() {
        return Math.max(0, (this.end - performance.now()) / 1000);
    }

    /** The server said how many seconds are left; a change of more than half a minute is news. */
    set(seconds) {
        const moved = this.end !== undefined && Math.abs(seconds - this.left) > 30;
        this.end = performance.now() + seconds * 1000;
        if (!moved) return;
        this.last = Math.ceil(this.left);
        this.tell("moved");
    }

    async ask() {
        try {
            const response = await fetch(this.url, { headers: { Accept: "application/json" }, redirect: "error" });
            if (!response.ok) return;
            const answer = await response.json();
            if (answer.state !== "in_progress") return this.tell("over");
            this.set(answer.time_left);
        } catch {
            /* Not reached: the clock runs on by itself, the outbox tells that the network is away. */
        }
    }

    tick() {
        const now = Math.ceil(this.left);
        this.element.textContent = clockText(now);
        this.element.classList.toggle("is-short", now <= 300);
        if (now >= this.last) return;
        for (const minutes of SPOKEN) if (this.last > minutes * 60 && now <= minutes * 60) this.tell("minutes", minutes);
        for (const second of FORCED) if (this.last > second && now <= second) this.tell("forced");
        if (this.last > 0 && now === 0) this.tell("end");
        this.last = now;
    }

    tell(kind, minutes = 0) {
        this.dispatchEvent(new CustomEvent("clock", { detail: { kind, minutes } }));
    }
}

/** “7:05:09”. */
export function clockText(seconds) {
    const two = (number) => String(number).padStart(2, "0");
    return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
