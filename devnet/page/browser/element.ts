/** What an element is made of: attributes, `text`, and listeners as `onclick`. */
type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

/** Makes an element. Text only ever becomes a text node, so a prompt cannot carry markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** Returns the element with an id that `index.html` promises. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`Cannot find #${id} in the page`);
  return found as T;
}

/** Sets a text only when it differs, so that screen readers hear changes and nothing else. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Sets an attribute only when it differs; null removes it. */
export function setAttribute(target: Element, name: string, value: string | null): void {
  if (target.getAttribute(name) === value) return;
  if (value === null) target.removeAttribute(name);
  else target.setAttribute(name, value);
}

/** A row that keeps its element while its content changes: focus and hover survive. */
export interface Row<Item> {
  readonly root: HTMLElement;
  update(item: Item): void;
}

/** Keeps the children of `parent` in step with `items`: same key, same element. */
export function keyedList<Item>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  makeRow: (item: Item) => Row<Item>,
): (items: readonly Item[]) => void {
  const rows = new Map<string, Row<Item>>();
  return function update(items) {
    const wanted = new Set(items.map(keyOf));
    for (const [key, row] of rows) {
      if (wanted.has(key)) continue;
      row.root.remove();
      rows.delete(key);
    }
    items.forEach((item, index) => {
      const key = keyOf(item);
      let row = rows.get(key);
      if (row === undefined) rows.set(key, row = makeRow(item));
      row.update(item);
      const present = parent.children[index];
      if (present !== row.root) parent.insertBefore(row.root, present ?? null);
    });
  };
}
