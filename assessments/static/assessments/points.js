/* Offsets as the server counts them: code points, not UTF-16 units. */

export const pointsIn = (text) => [...text].length;

/** Index in UTF-16 units of the code point `count` of `text`. */
export function unitAt(text, count) {
    let units = 0;
    for (const sign of text) {
        if (count-- <= 0) break;
        units += sign.length;
    }
    return units;
}

/** `{start, end}` in code points of the first place of `words` in `text`, or nulls. */
export function find(words, text) {
    const unit = words ? text.indexOf(words) : -1;
    if (unit < 0) return { start: null, end: null };
    const start = pointsIn(text.slice(0, unit));
    return { start, end: start + pointsIn(words) };
}

/** Length as people count it: without white space. */
export const length = (text) => pointsIn(text.replace(/\s/gu, ""));
