/**
 * The only place that makes elements. A text becomes a text node or an attribute's value, with the characters that could
 * make it look like another text shown by their number; none is ever read as HTML.
 */
import { printable } from '../../../audit/printable.ts';

type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | undefined>>;

const fill = <T extends Element>(element: T, attributes: Attributes, children: readonly Child[]): T => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, printable(String(value)));
  }
  for (const child of children) {
    if (child !== undefined) element.append(typeof child === 'string' ? printable(child) : child);
  }
  return element;
};

export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => fill(document.createElement(tag), attributes, children);

export const svg = <Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] => fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

/** The element of the shell with that id; the shell has every one that is asked for. */
export const shell = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`the page has no ${id}`);
};

export const plural = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
