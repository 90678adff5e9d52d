/**
 * PostgreSQL's own part of a catalog without a server: the rows that a fresh PostgreSQL 18 answers the catalog query with
 * (`npm run builtin` writes data.json), so that schema files are read against the very objects that a server would have.
 */
import { brotliDecompressSync } from 'node:zlib';
import { createLayer, type Layer } from '../layer.ts';
import type { Row } from '../sections/section.ts';
import data from './data.json' with { type: 'json' };

/** Rows, by the tags of their sections. */
type Part = Readonly<Record<string, readonly Row[]>>;
type Parts = Readonly<Record<string, Part>>;

let parts: Parts | undefined;
const layers = new Map<string, Layer>();

const rowsOf = (part: string): Part | undefined => {
  parts ??= JSON.parse(brotliDecompressSync(Buffer.from(data.brotli, 'base64')).toString()) as Parts;
  return Object.hasOwn(parts, part) ? parts[part] : undefined;
};

const layerOf = (part: string): Layer | undefined => {
  const known = layers.get(part);
  if (known !== undefined) return known;
  const rows = rowsOf(part);
  if (rows === undefined) return undefined;
  const layer = createLayer({ digest: `builtin ${part}`, rows: new Map(Object.entries(rows)) });
  layers.set(part, layer);
  return layer;
};

/** What initdb of PostgreSQL 18 makes. */
export const builtinLayer = (): Layer => {
  const layer = layerOf('');
  if (layer === undefined) throw new TypeError('data.json has no built-in part');
  return layer;
};

/** What CREATE EXTENSION adds, in schema `public`, with oids from 16384 on; undefined for an extension that is not known. */
export const extensionLayer = (name: string): Layer | undefined => (name === '' ? undefined : layerOf(name));
