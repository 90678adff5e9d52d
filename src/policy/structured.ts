/** Treatments inside rows and JSON values, member by member. */
import type { OutputColumn, Shape } from '../lineage/types.ts';
import type { TreatedShape, Treatment } from '../masking/types.ts';

type TreatMember = (member: OutputColumn) => Treatment;

const treatShape = (shape: Exclude<Shape, { kind: 'scalar' }>, treat: TreatMember): TreatedShape => {
  if (shape.kind === 'row') return { kind: 'row', fields: shape.fields.map(treat) };
  if (shape.kind === 'json-array') return { kind: 'json-array', items: shape.items.map(treat) };
  if (shape.kind === 'each') return { kind: 'each', json: shape.json, item: treat(shape.item) };
  return { kind: 'json-object', members: shape.members.map((member) => ({ name: member.name, treatment: treat(member) })) };
};

const treatmentsIn = (shape: TreatedShape): readonly Treatment[] => {
  if (shape.kind === 'row') return shape.fields;
  if (shape.kind === 'json-array') return shape.items;
  return shape.kind === 'each' ? [shape.item] : shape.members.map(({ treatment }) => treatment);
};

/** Passes as a whole where every member passes. */
export const structuredTreatment = (
  shape: Exclude<Shape, { kind: 'scalar' }>,
  treat: TreatMember,
): { readonly treatment: Treatment; readonly reason: string } => {
  const treated = treatShape(shape, treat);
  return treatmentsIn(treated).every(({ kind }) => kind === 'pass')
    ? { treatment: { kind: 'pass' }, reason: 'no member has a veiled source' }
    : { treatment: { kind: 'structured', shape: treated }, reason: 'masked inside, member by member' };
};
