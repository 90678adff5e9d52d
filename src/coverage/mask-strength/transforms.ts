/** The table of what can be too weak about each transform. */
import { hstore, json, when } from './composed.ts';
import { limitsOf } from './limits.ts';
import { fractionDigits, numberOf, told, type Weigh, type Weighed } from './weigh.ts';

/** The first that finds something. */
const any =
  (...weighers: readonly Weigh[]): Weigh =>
  (weighed) => {
    for (const weigh of weighers) {
      const weakness = weigh(weighed);
      if (weakness !== undefined) return weakness;
    }
    return undefined;
  };

/** Of so many characters or fewer, what a part of them leaves hidden can be tried out. */
const longestGuessable = 8;

/** `count` characters at the ends show. */
const characters =
  (count: (weighed: Weighed) => number): Weigh =>
  (weighed) => {
    const { type, kind } = weighed;
    const shown = count(weighed);
    const { characters: most, coarsens } = limitsOf(kind);
    // Of a value of which more than half would show, nothing does.
    if (shown === 0 || (type.limit !== undefined && shown * 2 > type.limit)) return undefined;
    if (coarsens !== true && type.limit !== undefined && type.limit <= longestGuessable) {
      return `of at most ${String(type.limit)} characters ${String(shown)} can show, and those that are hidden can be tried out`;
    }
    return kind !== undefined && most !== undefined && shown > most
      ? `${String(shown)} characters can show, and of a ${told(kind)} ${most === 0 ? 'none' : `no more than ${String(most)}`} should`
      : undefined;
  };

/** The type holds no value so near to another: what is moved by less than `share` of its last digit is rounded, most of it back. */
const leavesValues =
  (option: string, share = 1): Weigh =>
  (weighed) => {
    const digits = fractionDigits(weighed.type);
    const step = numberOf(weighed, option);
    return digits !== undefined && step > 0 && step <= share * 10 ** -digits
      ? `${option}: ${String(step)} is no more than the last digit that the type holds, so that values stay as they are, or move by it at most`
      : undefined;
  };

const tooFine =
  (option: string): Weigh =>
  (weighed) => {
    const { kind } = weighed;
    const [step, least] = [numberOf(weighed, option), limitsOf(kind).step];
    return kind !== undefined && least !== undefined && step > 0 && step < least
      ? `${option}: ${String(step)} is finer than a ${told(kind)} should be shown, which is by ${String(least)} or more`
      : undefined;
  };

const leadingDigits: Weigh = ({ kind }) =>
  kind !== undefined && limitsOf(kind).identifies
    ? `the first digits of a ${told(kind)} stay, and those that are hidden can be tried out`
    : undefined;

const equalTokens: Weigh = ({ kind }) =>
  kind !== undefined && limitsOf(kind).fewValues
    ? `a ${told(kind)} has few values, and how often each token comes tells which is which`
    : undefined;

const equalLengths: Weigh = ({ kind }) =>
  kind !== undefined && limitsOf(kind).fewValues
    ? `a ${told(kind)} has few values, and the length, which stays, tells many of them apart`
    : undefined;

const path: Weigh = ({ options, kind }) =>
  options['path'] === 'keep' && kind !== undefined && limitsOf(kind).namedByPath
    ? `the path stays, and it is what tells of a ${told(kind)}; path: drop leaves the host alone`
    : undefined;

const domain: Weigh = ({ options, kind }) =>
  options['domain'] === 'keep' && kind !== undefined && kind !== 'email'
    ? `what stands behind the @ stays, and class ${kind} is not one of mail addresses`
    : undefined;

/** One octet or more of IPv4; RIPE-690: a /56 is what one household gets. */
const most = { v4: 24, v6: 55 } as const;

const network: Weigh = (weighed) => {
  const [v4, v6] = [numberOf(weighed, 'v4'), numberOf(weighed, 'v6')];
  if (v4 > most.v4) return `v4: ${String(v4)} leaves ${String(2 ** (32 - v4))} addresses to try out`;
  return v6 > most.v6 ? `v6: ${String(v6)} is the network of one household, or a part of it` : undefined;
};

/** Three decimals of a degree are about 110 m. */
const mostDecimals = 2;

const place: Weigh = (weighed) => {
  const decimals = numberOf(weighed, 'decimals');
  return decimals > mostDecimals
    ? `decimals: ${String(decimals)} of a degree show the house or the street; ${String(mostDecimals)} are about 1.1 km`
    : undefined;
};

const daysOf: Readonly<Record<string, number>> = { hour: 1, day: 1, week: 7 };

const period: Weigh = ({ options: { to }, kind }) => {
  const days = typeof to === 'string' ? daysOf[to] : undefined;
  if (kind !== 'date_of_birth' || days === undefined) return undefined;
  return days === 1 ? 'the date of birth stays as it is' : `it leaves ${String(days)} days to try out for a date of birth`;
};

/** A shift of fewer days leaves fewer dates to try out than there are in two months. */
const leastShift = 30;

const shift: Weigh = (weighed) => {
  const days = numberOf(weighed, 'days');
  return days < leastShift ? `days: ${String(days)} leaves ${String(2 * days)} dates to try out` : undefined;
};

const misses: Weigh = ({ kind }) =>
  kind !== undefined && kind !== 'free_text' && kind !== 'profile_json'
    ? `what the detectors miss shows, and every value of class ${kind} is one to hide`
    : undefined;

export interface Strength {
  /** When the mask gives too much away, for docs/gate.md; undefined: never. */
  readonly weakWhere: string | undefined;
  readonly weigh: Weigh;
}

/** Whatever its options, it shows no more than what docs/masks.md says of it. */
const always: Strength = { weakWhere: undefined, weigh: () => undefined };
const weak = (weakWhere: string, weigh: Weigh): Strength => ({ weakWhere, weigh });

const fewValues = 'the class has few values (`demographic`)';
const step = (option: string): string =>
  `\`${option}\` leaves values of the type as they are, or is finer than the class allows; of an identifier always`;

/** One entry for each transform. */
export const strengths: Readonly<Record<string, Strength>> = {
  redact: always,
  null: always,
  fixed: always,
  partial: weak(
    'part of at most 8 characters shows (but of a postal code or a date), or more characters than the class allows',
    characters((weighed) => numberOf(weighed, 'first') + numberOf(weighed, 'last')),
  ),
  characters: weak(fewValues, equalLengths),
  email: weak('`domain: keep` stands in a class of something else', domain),
  phone: always,
  card: weak(
    'the class allows fewer than four characters',
    characters(() => 4),
  ),
  'card-token': always,
  url: weak('`path: keep` and the path is what names a person, or lets somebody in', path),
  'ip-prefix': weak('`v4` is above 24, or `v6` above 55', network),
  'fake-name': always,
  'fake-address': always,
  'fake-company': always,
  'fake-text': weak(fewValues, equalTokens),
  scrub: weak('the class is any but `free_text` or `profile_json`', misses),
  hash: weak(fewValues, equalTokens),
  'uuid-token': always,
  encrypt: weak(fewValues, equalTokens),
  'date-shift': weak('`days` is below 30', shift),
  'date-truncate': weak('of a date of birth a week, a day or an hour stays', period),
  bucket: weak(step('width'), any(leavesValues('width'), leadingDigits, tooFine('width'))),
  range: weak('`width` is finer than the class allows; of an identifier always', any(leadingDigits, tooFine('width'))),
  round: weak(step('to'), any(leavesValues('to'), leadingDigits, tooFine('to'))),
  noise: weak(step('amount'), any(leavesValues('amount', 0.5), leadingDigits, tooFine('amount'))),
  coarsen: weak('`decimals` is above 2', place),
  json: weak('it keeps all, or a mask at a path is weak for what the last member names', json),
  hstore: weak('it keeps all, or the mask of a key is weak for what the key names', hstore),
  when: weak('it keeps all, keeps what no pattern matches (but of free text), or one of its masks is weak', when),
};
