/* Unsent answers, kept by the browser (IndexedDB) until the server has confirmed them. */

const NAME = "anjian-answers";
const TABLE = "unsent";

/** Opens the store; resolves to null where the browser refuses (then only this window's memory holds the text). */
export function openStore() {
    return new Promise((resolve) => {
        let request;
        try {
            request = indexedDB.open(NAME, 1);
        } catch {
            return resolve(null);
        }
        request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: "key" });
        request.onsuccess = () => resolve(new Store(request.result));
        request.onerror = () => resolve(null);
        request.onblocked = () => resolve(null);
    });
}

class Store {
    constructor(database) {
        this.database = database;
    }

    /** Keeps `record` ({key, attempt, client_uuid, …}) in place of an older one of the same key. */
    put(record) {
        return this.run("readwrite", (table) => table.put(record));
    }

    /** Forgets the record of `key` if it is still the one that was confirmed. */
    async confirm(key, uuid) {
        const kept = await this.run("readonly", (table) => table.get(key));
        if (kept && kept.client_uuid === uuid) await this.run("readwrite", (table) => table.delete(key));
    }

    /** Everything unsent of one attempt. */
    async unsent(attempt) {
        const records = await this.run("readonly", (table) => table.getAll());
        return records.filter((record) => record.attempt === attempt);
    }

    async forget(attempt) {
        for (const record of await this.unsent(attempt)) {
            await this.run("readwrite", (table) => table.delete(record.key));
        }
    }

    run(mode, act) {
        return new Promise((resolve, reject) => {
            const transaction = this.database.transaction(TABLE, mode);
            const request = act(transaction.objectStore(TABLE));
            transaction.oncomplete = () => resolve(request.result);
            transaction.onerror = () => reject(transaction.error);
            transaction.onabort = () => reject(transaction.error);
        });
    }
}
