/* Changes on their way to the server: into the store first, sent soon, cleared only after the confirmation. */
import { newUuid, post } from "./post.js";

const QUIET = 2000; // after typing stops
const LONGEST = 5000; // while typing goes on
const RETRY = [1000, 2000, 4000, 8000, 15000];
const KEEPALIVE_LIMIT = 60000; // browsers allow 64 kB for requests that outlive the page
const WAITS_FOR_CHANGE = new Set([413, 422]);

export class Outbox extends EventTarget {
    constructor({ attempt, url, store }) {
        super();
        Object.assign(this, { attempt, url, store, writer: newUuid(), closed: false, failures: 0 });
        this.records = new Map(); // key → record that is not confirmed yet
        this.known = new Map(); // key → {rev, seq} as the server has it
        this.stuck = new Map(); // key → uuid that the server refused for its content
        this.sending = null;
        this.oldest = 0;
    }

    /** Tells the newest state the server has of a field, and which window wrote it. */
    register({ slot, field, rev, seq, writer }) {
        this.known.set(this.keyOf(slot, field), { rev, seq, author: writer });
    }

    /** A record of an earlier window still is the newest text: nothing was saved since, or only older text of its own. */
    isNewest({ key, base_rev, seq, writer }) {
        const known = this.known.get(key);
        return known !== undefined && (known.rev === base_rev || (known.author === writer && seq > known.seq));
    }

    get waiting() {
        return this.records.size;
    }

    /** A field has a new content. */
    change(slot, field, payload) {
        const key = this.keyOf(slot, field);
        const known = this.known.get(key) ?? { rev: 0, seq: 0 };
        known.seq += 1;
        const record = { key, attempt: this.attempt, slot, field, payload, client_uuid: newUuid(), seq: known.seq };
        this.keep({ ...record, base_rev: known.rev, writer: this.writer, at: Date.now() });
        this.schedule();
    }

    /** Puts a record of an earlier window back on its way, with its own number. */
    resume(record) {
        this.records.set(record.key, record);
        this.schedule(0);
    }

    keep(record) {
        this.records.set(record.key, record);
        this.store?.put(record).catch(() => this.tell("nostore"));
        this.tell("waiting");
    }

    schedule(quiet = QUIET) {
        this.oldest ||= Date.now();
        clearTimeout(this.timer);
        const latest = this.oldest + LONGEST - Date.now();
        this.timer = setTimeout(() => this.flush(), Math.max(0, Math.min(quiet, latest)));
    }

    /** Sends everything now; resolves when the round is over, whatever its outcome. */
    async flush() {
        clearTimeout(this.timer);
        while (this.sending) await this.sending;
        if (!this.ready().length || this.closed) return;
        this.sending = this.round().finally(() => (this.sending = null));
        await this.sending;
    }

    /** The page is going away: send what fits without waiting for the answers; the store keeps the records. */
    leave() {
        let size = 0;
        for (const record of this.ready()) {
            const packet = this.packet(record);
            size += new Blob([JSON.stringify(packet)]).size;
            if (size < KEEPALIVE_LIMIT) post(this.address(record), packet, true).then((saved) => this.confirmed(record, saved), () => {});
        }
    }

    ready() {
        return [...this.records.values()].filter((record) => this.stuck.get(record.key) !== record.client_uuid);
    }

    async round() {
        this.tell("sending");
        this.oldest = 0;
        for (const record of this.ready()) {
            try {
                await this.confirmed(record, await post(this.address(record), this.packet(record)));
                this.failures = 0;
                this.unreachable = false;
            } catch (error) {
                this.failed(record, error);
                if (this.closed || !WAITS_FOR_CHANGE.has(error.status)) return;
            }
        }
        if (this.ready().length) this.schedule();
        else if (!this.records.size) this.tell("saved");
    }

    async confirmed(record, saved) {
        const known = this.known.get(record.key);
        if (known) known.rev = Math.max(known.rev, saved.rev);
        const present = this.records.get(record.key);
        if (present?.client_uuid === record.client_uuid) this.records.delete(record.key);
        else if (present) this.keep({ ...present, base_rev: known.rev });
        await this.store?.confirm(record.key, record.client_uuid).catch(() => {});
        this.tell("confirmed", { record, saved });
    }

    failed(record, error) {
        const status = error.status ?? 0;
        if (status === 409) {
            this.closed = true;
            return this.tell("closed", { words: error.message });
        }
        if (WAITS_FOR_CHANGE.has(status)) {
            this.stuck.set(record.key, record.client_uuid);
            return this.tell("refused", { record, words: error.message });
        }
        const pause = RETRY[Math.min(this.failures, RETRY.length - 1)];
        this.failures += 1;
        this.unreachable = !status;
        this.timer = setTimeout(() => this.flush(), pause);
        this.tell("offline", { status, words: status ? error.message : "" });
    }

    /* What this window typed builds on the newest revision that it was told of. */
    packet({ key, client_uuid, seq, base_rev, payload, writer, recover }) {
        const base = writer === this.writer ? (this.known.get(key)?.rev ?? base_rev) : base_rev;
        return { client_uuid, seq, base_rev: base, payload, writer, recover: recover === true };
    }

    address({ slot, field }) {
        return `${this.url}${slot}/${encodeURIComponent(field)}/`;
    }

    keyOf(slot, field) {
        return `${this.attempt}/${slot}/${field}`;
    }

    tell(kind, detail = {}) {
        this.dispatchEvent(new CustomEvent("state", { detail: { kind, waiting: this.waiting, ...detail } }));
    }
}
