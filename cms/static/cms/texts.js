/* Interface texts: the page carries them translated, as <body data-text-cancel="…">. */
export function text(name) {
    const key = `text${name[0].toUpperCase()}${name.slice(1)}`;
    return document.body.dataset[key] ?? "";
}
