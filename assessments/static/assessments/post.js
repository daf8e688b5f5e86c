/* One packet to the server. Only a JSON answer with a revision number counts as saved. */

export class Refusal extends Error {
    constructor(status, words, state) {
        super(words);
        this.status = status;
        this.state = state;
    }
}

/** Resolves to the confirmation; rejects with a Refusal (the server said no) or a TypeError (not reached). */
export async function post(url, packet, keepalive = false) {
    const response = await fetch(url, {
        method: "PUT",
        credentials: "same-origin",
        redirect: "error",
        keepalive,
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrfToken() },
        body: JSON.stringify(packet),
        signal: keepalive ? undefined : AbortSignal.timeout(20000),
    });
    const answer = await readJson(response);
    if (!response.ok) throw new Refusal(response.status, answer?.error ?? "", answer?.state ?? "");
    if (!Number.isInteger(answer?.rev)) throw new Refusal(0, "", "");
    return answer;
}

/** A fresh number for each change; `crypto.randomUUID` is missing on plain-http intranets. */
export function newUuid() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/* From the cookie, not from the page: signing in again in another window changes it. */
function csrfToken() {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return cookie?.[1] ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

async function readJson(response) {
    try {
        return await response.json();
    } catch {
        return null;
    }
}
