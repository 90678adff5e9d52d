/** The fields of stored nodes, by the shapes that outfuncs.c prints them in. */
import { isNode, parseNodeTree, type TreeNode, type TreeValue } from '../../catalog/node-tree.ts';
import { PgveilError } from '../../errors.ts';
import { refuse } from '../unreadable.ts';

const none: readonly never[] = [];

export const fieldOf = (node: TreeNode, name: string): TreeValue | undefined => node.fields.get(name);

export const nodeIn = (node: TreeNode, name: string): TreeNode | undefined => {
  const value = node.fields.get(name);
  return isNode(value) ? value : undefined;
};

const asList = (value: TreeValue | undefined): readonly TreeValue[] =>
  Array.isArray(value) ? (value as readonly TreeValue[]) : none;

export const valuesIn = (node: TreeNode, name: string): readonly TreeValue[] => asList(node.fields.get(name));

/** The nodes of a list; what is null in it is left out. */
export const nodesIn = (node: TreeNode, name: string): readonly TreeNode[] => valuesIn(node, name).filter(isNode);

/** The nodes of a list of lists. */
export const rowsIn = (node: TreeNode, name: string): readonly (readonly TreeNode[])[] =>
  valuesIn(node, name).map((row) => asList(row).filter(isNode));

export const textIn = (node: TreeNode, name: string): string => {
  const value = node.fields.get(name);
  return typeof value === 'string' ? value : '';
};

export const numberIn = (node: TreeNode, name: string): number => Number(node.fields.get(name) ?? 0);
export const flagIn = (node: TreeNode, name: string): boolean => node.fields.get(name) === 'true';

export const textsIn = (node: TreeNode, name: string): readonly string[] =>
  valuesIn(node, name).map((value) => (typeof value === 'string' ? value : ''));

/** An oid list or the like. */
export const numbersIn = (node: TreeNode, name: string): readonly number[] => {
  const value = node.fields.get(name);
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'numbers' ? value.items : none;
};

const unknown = 705;
const textTypes: ReadonlySet<number> = new Set([25, 1043]);

/** A text constant's text. Its bytes have a varlena header of four bytes, or of one (postgres.h); `unknown` ends with a NUL. */
export const textOfConst = (node: TreeNode): string | undefined => {
  if (node.tag === 'RELABELTYPE' || node.tag === 'TARGETENTRY') {
    const inner = nodeIn(node, node.tag === 'TARGETENTRY' ? 'expr' : 'arg');
    return inner === undefined ? undefined : textOfConst(inner);
  }
  const value = node.fields.get('constvalue');
  if (node.tag !== 'CONST' || typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'datum')
    return undefined;
  const bytes = value.bytes ?? none;
  const type = numberIn(node, 'consttype');
  if (type === unknown) return Buffer.from(bytes.at(-1) === 0 ? bytes.slice(0, -1) : bytes).toString();
  if (!textTypes.has(type)) return undefined;
  return Buffer.from(bytes.slice((bytes[0] ?? 0) % 2 === 1 ? 1 : 4)).toString();
};

/** The nodes of a stored tree; a text that cannot be read is a refusal that names `what`. */
export const storedNodes = (text: string, what: string): readonly TreeNode[] => {
  try {
    const tree = parseNodeTree(text, { bytes: true });
    // A SQL function of the form BEGIN ATOMIC has a list of lists.
    return isNode(tree) ? [tree] : asList(tree).flatMap((entry) => (isNode(entry) ? [entry] : asList(entry).filter(isNode)));
  } catch (error) {
    if (error instanceof PgveilError) throw refuse('too-large', what);
    throw error;
  }
};
