import type { Oid } from '../../catalog/types.ts';
import type { TypeFacts } from './facts.ts';
import {
  declaredLength,
  enumScalar,
  multirangeScalar,
  oids,
  opaqueScalar,
  rangeScalar,
  type Scalar,
  scalarsByInput,
  scalarsByOid,
  textScalar,
} from './scalars.ts';

export interface ScalarType {
  readonly kind: 'scalar';
  /** Of the base type, where a domain was given. */
  readonly oid: Oid;
  readonly typmod: number;
  readonly scalar: Scalar;
  /** Most characters that a text value may have; undefined where the type sets no limit. */
  readonly limit: number | undefined;
  /** char(n): values are filled up with spaces, and trailing spaces mean nothing. */
  readonly padded: boolean;
  /** citext: values that differ in case only are equal. */
  readonly foldsCase: boolean;
}

export interface ArrayType {
  readonly kind: 'array';
  /** As the array's header says: a domain's own oid, not its base type's. */
  readonly elementOid: Oid;
  readonly element: ResolvedType;
  /** typdelim, for the text form. */
  readonly delimiter: number;
}

export interface RowType {
  readonly kind: 'row';
  /** Undefined for an anonymous record: only its binary form says the types. */
  readonly fields: readonly { readonly oid: Oid; readonly type: ResolvedType }[] | undefined;
}

export type ResolvedType = ScalarType | ArrayType | RowType;

/** A composite inside a composite deeper than this is taken for an unknown type. */
const maxDepth = 16;

const textLimit = (oid: Oid, typmod: number): number | undefined => {
  if (oid === oids.varchar || oid === oids.bpchar) return declaredLength(typmod);
  if (oid === oids.char) return 1;
  // NAMEDATALEN - 1 bytes; masks write ASCII, so bytes are characters.
  return oid === oids.name ? 63 : undefined;
};

export const scalarType = (oid: Oid, typmod: number, scalar: Scalar, foldsCase = false): ScalarType => ({
  kind: 'scalar',
  oid,
  typmod,
  scalar,
  limit: textLimit(oid, typmod),
  padded: oid === oids.bpchar && typmod >= 4,
  foldsCase,
});

/** text, for values whose type is not known but whose form is text (members of JSON, fields of a record's text). */
export const textType: ScalarType = scalarType(oids.text, -1, textScalar);

/** Finds how values of a type are represented: arrays, composites and domains are followed to scalar types. */
export const resolveType = (oid: Oid, typmod: number, facts: TypeFacts, depth = 0): ResolvedType => {
  const builtIn = scalarsByOid.get(oid);
  if (builtIn !== undefined) return scalarType(oid, typmod, builtIn);
  if (oid === oids.record) return { kind: 'row', fields: undefined };
  if (oid === oids.recordArray)
    return { kind: 'array', elementOid: oids.record, element: { kind: 'row', fields: undefined }, delimiter: 44 };
  if (oid === oids.anyArray) return { kind: 'array', elementOid: oids.text, element: textType, delimiter: 44 };
  const fact = facts.type(oid);
  if (fact === undefined || depth > maxDepth) return scalarType(oid, typmod, opaqueScalar);
  switch (fact.kind) {
    case 'd':
      return resolveType(fact.base, fact.baseTypmod, facts, depth + 1);
    case 'e':
      return scalarType(oid, -1, enumScalar(fact.firstLabel));
    case 'r':
      return scalarType(oid, -1, rangeScalar);
    case 'm':
      return scalarType(oid, -1, multirangeScalar);
    case 'c': {
      const columns = facts.relation(fact.relation)?.columns;
      if (columns === undefined) return scalarType(oid, -1, opaqueScalar);
      const fields = columns.map((c) => ({ oid: c.type, type: resolveType(c.type, c.typmod, facts, depth + 1) }));
      return { kind: 'row', fields };
    }
    case 'b':
    case 'p':
      break;
  }
  if (fact.element !== 0) {
    const element = resolveType(fact.element, typmod, facts, depth + 1);
    return { kind: 'array', elementOid: fact.element, element, delimiter: fact.element === oids.box ? 59 : 44 };
  }
  const extension = scalarsByInput.get(fact.input);
  return extension === undefined
    ? scalarType(oid, typmod, opaqueScalar)
    : scalarType(oid, typmod, extension, fact.input === 'citextin');
};
