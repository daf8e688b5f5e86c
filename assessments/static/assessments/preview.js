/* The preview of an item: the desk without outbox and clock. */
import { readFields } from "./answer.js";

readFields({
    change() {},
    keyOf: (slot, field) => `${slot}/${field}`,
});
