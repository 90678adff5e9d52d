/** What may show of a class, where its name says what it holds. */
import { type DetectedClass, type PersonalClass, personalClasses } from '../detection/types.ts';

export interface Limits {
  /** Most characters of a text. */
  readonly characters?: number;
  /** Least step of a number. */
  readonly step?: number;
  /** What shows of it says where or when, and the rest may be tried out. */
  readonly coarsens?: true;
  /** Its numbers are names: all digits but the last few tell who it is, or let the rest be tried out. */
  readonly identifies?: true;
  /** Its values are told apart by how often each comes. */
  readonly fewValues?: true;
  /** The path of its URLs names the person, or lets somebody in. */
  readonly namedByPath?: true;
}

const limits: Readonly<Partial<Record<PersonalClass, Limits>>> = {
  credential: { characters: 0, identifies: true, namedByPath: true },
  // The year; of numbers five of them.
  date_of_birth: { characters: 4, step: 5, coarsens: true },
  demographic: { step: 5, fewValues: true },
  device: { identifies: true },
  // PCI DSS 4.0, 3.4.1: BIN and last four digits of a card.
  financial: { characters: 12 },
  // One in a hundred of a degree is about 1.1 km.
  geo: { step: 0.01 },
  gov_id: { characters: 4, identifies: true },
  online_id: { identifies: true, namedByPath: true },
  person_name: { characters: 2 },
  phone: { characters: 4, identifies: true },
  photo: { namedByPath: true },
  // 45 CFR 164.514(b)(2)(i)(B): the first three digits of a ZIP code.
  postal_code: { characters: 3, step: 100, coarsens: true },
  social: { namedByPath: true },
  url_personal: { namedByPath: true },
};

const none: Limits = {};
const byClass: ReadonlyMap<string, Limits> = new Map(Object.entries(limits));

/** Empty where anything may show that the mask says of itself. */
export const limitsOf = (kind: DetectedClass | undefined): Limits => (kind === undefined ? none : (byClass.get(kind) ?? none));

/** Classes that have limits, in their order. */
export const limitedClasses: readonly (readonly [string, Limits])[] = Object.keys(personalClasses).flatMap((name) => {
  const found = byClass.get(name);
  return found === undefined ? [] : [[name, found] as const];
});
