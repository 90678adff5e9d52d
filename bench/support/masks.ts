/** Every transform with options and columns that suit it; the columns are those of bench/bulk.ts. */
import { transforms } from '../../src/masking/transforms/index.ts';

export interface BenchMask {
  /** As in a policy. */
  readonly mask: unknown;
  /** The class of the columns that it masks; those of the others are revealed. */
  readonly class: 'words' | 'numbers' | 'moments';
}

const options: Readonly<Record<string, object>> = {
  fixed: { value: 'x' },
  partial: { first: 2 },
  range: { width: 10 },
  bucket: { width: 10 },
  round: { to: 10 },
  noise: { amount: 10 },
  // oxlint-disable-next-line unicorn/no-thenable -- an option of `when`; nothing awaits options
  when: { matches: ['*@test.org'], then: 'keep', otherwise: 'hash' },
};

/** Undefined where none of the columns has a type that it works on. */
const classOf = (families: string | readonly string[]): BenchMask['class'] | undefined => {
  if (typeof families === 'string' || families.includes('text')) return 'words';
  if (families.includes('int4') || families.includes('numeric')) return 'numbers';
  return families.includes('timestamptz') ? 'moments' : undefined;
};

/** By name. */
export const benchMasks: ReadonlyMap<string, BenchMask> = new Map(
  [...transforms.values()].flatMap(({ name, families }) => {
    const own = options[name];
    const found = classOf(families);
    return found === undefined ? [] : [[name, { mask: own === undefined ? name : { [name]: own }, class: found }] as const];
  }),
);
