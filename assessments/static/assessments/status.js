/* What the bar says about saving, and the notices below it. Texts stand in data-text-* of the desk. */

export class Status {
    constructor(root) {
        this.texts = root.dataset;
        this.state = document.querySelector("[data-save-state]");
        this.announcer = root.querySelector("[data-announce]");
        this.notice = root.querySelector("[data-notice]");
        this.wasOffline = false;
        this.time = this.state.textContent.match(/\d\d:\d\d:\d\d/)?.[0];
        this.saved();
    }

    /** Follows the outbox. */
    on({ kind, waiting, words, saved }) {
        const acts = {
            waiting: () => this.wasOffline || this.show("saving", this.texts.textUnsent),
            sending: () => this.wasOffline || this.show("saving", this.texts.textSaving),
            confirmed: () => this.confirmed(saved),
            saved: () => this.saved(),
            offline: () => this.offline(waiting, words),
            refused: () => this.warn(words, true),
            closed: () => this.closed(words),
            nostore: () => this.warn(this.texts.textNoStore),
        };
        acts[kind]?.();
    }

    confirmed(saved) {
        this.time = saved.saved_at.slice(11, 19);
        if (saved.state === "stale" && !saved.known) this.warn(this.texts.textStale);
        if (saved.state === "late") this.warn(this.texts.textLate);
    }

    saved() {
        this.show("saved", this.time ? `${this.texts.textSaved} ${this.time}` : this.texts.textIdle);
        if (!this.wasOffline) return;
        this.wasOffline = false;
        this.hideNotice();
        this.say(this.texts.textOnline);
    }

    offline(waiting, words) {
        this.show("offline", this.texts.textOffline.replace("{n}", waiting));
        if (!this.wasOffline || words) this.warn(words || this.texts.textOfflineLong, true);
        this.wasOffline = true;
    }

    closed(words) {
        this.show("offline", this.texts.textUnsent);
        this.warn(`${words} ${this.texts.textClosed}`, true);
    }

    warn(words, error = false) {
        if (!words) return;
        this.notice.className = `exam-notice note note-${error ? "error" : "warning"}`;
        this.notice.querySelector("[data-notice-text]").textContent = words;
        this.notice.hidden = false;
    }

    /** An answer to what was just pressed, wherever on the page that was. */
    refuse(words) {
        this.warn(words, true);
        this.notice.scrollIntoView({ block: "center" });
    }

    hideNotice() {
        this.notice.hidden = true;
    }

    /** For screen readers only. */
    say(words) {
        this.announcer.textContent = words;
    }

    show(tone, words) {
        this.state.dataset.tone = tone;
        this.state.textContent = words;
    }
}
