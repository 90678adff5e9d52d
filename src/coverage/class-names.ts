/** What a policy calls the classes that detection gives. */
import type { Policy } from '../policy/policy.ts';
import { personalClasses, type DetectedClass } from './detection/types.ts';

/** Names that people give to the same thing, beside the class's own. */
const others: Readonly<Partial<Record<DetectedClass, readonly string[]>>> = {
  person_name: ['name', 'full_name'],
  gov_id: ['national_id', 'ssn', 'tax_id'],
  credential: ['secret', 'password'],
  crypto_key: ['secret'],
  street_address: ['address'],
  date_of_birth: ['birth_date', 'dob', 'birthdate'],
  ip_address: ['ip'],
  free_text: ['text'],
  financial: ['iban', 'bank_account', 'account'],
};

const otherNames: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(others));

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-.]/g, '_');

/** The policy's class for a class of the detectors, else the name itself. */
export const classNamed = (policy: Policy, detected: string): string => {
  const names = [detected, ...(otherNames.get(detected) ?? [])];
  const known = [...policy.classes.keys()];
  for (const name of names) {
    const found = known.find((one) => plain(one) === name);
    if (found !== undefined) return found;
  }
  return detected;
};

/** The policy's class for what was detected, else the detection's own name. */
export const classFor = (policy: Policy, detected: DetectedClass): string => classNamed(policy, detected);

const kinds: ReadonlyMap<string, DetectedClass> = new Map([
  ...Object.entries(others)
    .toReversed()
    .flatMap(([kind, names]) => names.map((name) => [name, kind as DetectedClass] as const)),
  ...Object.keys(personalClasses).map((kind) => [kind, kind as DetectedClass] as const),
  ['secret', 'secret'],
]);

/** What a class of the policy holds, where its name tells that: `ssn`, or `email-int4` as PGV008 names them. */
export const kindOf = (className: string): DetectedClass | undefined => {
  const name = plain(className);
  return kinds.get(name) ?? kinds.get(plain(className.slice(0, Math.max(0, className.lastIndexOf('-')))));
};
