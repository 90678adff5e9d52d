/** Stored SQL/JSON constructors; enum JsonConstructorType of primnodes.h. */
import type { TreeNode } from '../../catalog/node-tree.ts';
import { jsonArray, jsonObject, jsonOf } from '../expressions/json-shapes.ts';
import type { OutputColumn } from '../types.ts';
import { derived, named, plain, type Value } from '../value.ts';
import type { StoredScope } from './scope.ts';
import { flagIn, nodeIn, nodesIn, numberIn, textIn, textOfConst } from './tree.ts';

const json = 114;
const jsonb = 3802;
const formatJson: ReadonlySet<string> = new Set(['1', '2']);

/** FORMAT JSON: the text is itself JSON. */
export const storedJsonValue = (stored: StoredScope, node: TreeNode): Value => {
  const raw = nodeIn(node, 'raw_expr') ?? nodeIn(node, 'formatted_expr');
  const value = raw === undefined ? plain(0) : stored.tools.value(stored, raw);
  const format = nodeIn(node, 'format');
  return format !== undefined && formatJson.has(textIn(format, 'format_type')) ? derived('format json', [value], json) : value;
};

const object = (nodes: readonly TreeNode[], values: readonly Value[], binary: boolean): Value | undefined => {
  const fields: OutputColumn[] = [];
  for (let index = 0; index < nodes.length; index += 2) {
    const key = nodes[index];
    const name = key === undefined ? undefined : textOfConst(key);
    const value = values[index + 1];
    if (name === undefined || value === undefined) return undefined;
    fields.push(named(name, value));
  }
  return jsonObject('json_object', fields, binary);
};

/** A member that is left out when it is NULL moves the others, whose places are then not known. */
export const storedJsonConstructor = (stored: StoredScope, node: TreeNode): Value => {
  const returning = nodeIn(node, 'returning');
  const type = returning === undefined ? json : numberIn(returning, 'typid');
  const binary = type === jsonb;
  const nodes = nodesIn(node, 'args');
  const values = nodes.map((arg) => stored.tools.value(stored, arg));
  const call = nodeIn(node, 'func');
  // Aggregates and the like are calls of functions, which have all there is.
  if (call !== undefined) return { ...derived('json', [stored.tools.value(stored, call), ...values], type) };
  const kind = numberIn(node, 'type');
  const structured = (type === json || binary) && !flagIn(node, 'absent_on_null');
  if (structured && kind === 1) return object(nodes, values, binary) ?? jsonOf('json_object', values, binary);
  if (structured && kind === 2) return jsonArray('json_array', values, binary);
  return derived('json', values, type);
};
