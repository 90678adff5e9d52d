/** The parse tree's nodes by their tags, and the few accessors that everything here uses. */
import type { Node, TypeName } from 'libpg-query';

type UnionToIntersection<U> = (U extends unknown ? (k: U) => void : never) extends (k: infer I) => void ? I : never;

/** Tag to node type, e.g. `A_Expr` to its fields. */
export type NodeMap = UnionToIntersection<Node>;
export type Tag = Extract<keyof NodeMap, string>;

export const tagOf = (node: Node): Tag => {
  for (const tag in node) return tag as Tag;
  return 'List';
};

/** The fields of a node that has this tag, else undefined. */
export const as = <T extends Tag>(node: Node | undefined, tag: T): NodeMap[T] | undefined =>
  node === undefined ? undefined : (node as Partial<NodeMap>)[tag];

export const stringOf = (node: Node | undefined): string | undefined => as(node, 'String')?.sval;

/** The strings of a list of String nodes; others are skipped. */
export const strings = (nodes: readonly Node[] | undefined): string[] => {
  const found: string[] = [];
  for (const node of nodes ?? []) {
    const text = stringOf(node);
    if (text !== undefined) found.push(text);
  }
  return found;
};

export const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

/** A constant's text: a quoted string's contents, else undefined. */
export const textConstant = (node: Node | undefined): string | undefined => {
  const constant = as(node, 'A_Const');
  if (constant !== undefined) return constant.sval === undefined ? undefined : (constant.sval.sval ?? '');
  const cast = as(node, 'TypeCast');
  return cast === undefined || !isTextType(cast.typeName) ? undefined : textConstant(cast.arg);
};

const isTextType = (type: TypeName | undefined): boolean => {
  const name = last(strings(type?.names));
  return (
    type?.arrayBounds === undefined &&
    (name === 'text' || name === 'unknown' || (name === 'varchar' && type?.typmods === undefined))
  );
};

/** An integer constant's value. */
export const integerConstant = (node: Node | undefined): number | undefined => {
  const constant = as(node, 'A_Const');
  return constant?.ival === undefined ? undefined : (constant.ival.ival ?? 0);
};
