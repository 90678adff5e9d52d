/** What the gate makes of its findings. */
import { severities, type Severity, type Suppression } from '../../policy/schema.ts';
import { day, listed } from '../names.ts';
import { isActive } from '../suppressions.ts';
import { loosened, type Loosening } from './types.ts';

const rank = (severity: Severity): number => severities.indexOf(severity);

const lowered: Loosening = {
  keys: ['coverage', 'coverage.severity'],
  find: ({ before, after, severities: builtIn }) =>
    [...builtIn].flatMap(([name, preset]) => {
      const [was, is] = [before, after].map(({ document }) => document.coverage.severity[name] ?? preset);
      return was === undefined || is === undefined || rank(is) <= rank(was)
        ? []
        : [
            loosened(`severity of ${name}`, `makes ${name} a ${is}, which was ${was === 'error' ? 'an' : 'a'} ${was}`, [
              'coverage',
              'severity',
              name,
            ]),
          ];
    }),
};

const soon: Loosening = {
  keys: ['coverage.ends-soon'],
  find: ({ before, after }) =>
    after.document.coverage['ends-soon'] < before.document.coverage['ends-soon']
      ? [loosened('ends-soon', 'reports reveals later before they end', ['coverage', 'ends-soon'])]
      : [],
};

/** Whether the one suppresses nothing, and no longer, that the other does not. */
const within = (one: Suppression, other: Suppression): boolean =>
  one.finding === other.finding && (other.column === undefined || one.column === other.column) && one.until <= other.until;

const suppressed: Loosening = {
  keys: ['coverage.suppress', 'coverage.suppress[].finding', 'coverage.suppress[].column', 'coverage.suppress[].until'],
  find: ({ before, after, now }) =>
    after.document.coverage.suppress.flatMap((one, index) => {
      if (!isActive(one, now) || before.document.coverage.suppress.some((other) => within(one, other))) return [];
      const what = one.column === undefined ? one.finding : `${one.finding} at ${one.column}`;
      return [loosened(`suppression of ${what}`, `suppresses ${what} until ${day(one.until)}`, ['coverage', 'suppress', index])];
    }),
};

/** Those of SQL comments. */
const commented: Loosening = {
  keys: [],
  find: ({ databases, suppressions: before, now }) =>
    databases.flatMap(({ name, comments }) =>
      (comments?.suppressions ?? []).flatMap(({ suppression: one, targets, comment: { place } }) => {
        const held = new Set(before.filter((other) => within(one, other.suppression)).flatMap((other) => other.targets));
        if (!isActive(one, now) || targets.every((target) => held.has(target))) return [];
        return [
          {
            subject: `${name}/suppression of ${one.finding} at ${targets.join(' ')}`,
            message: `A comment of the change suppresses ${one.finding} at ${listed(targets)} until ${day(one.until)}: it holds once it is in the base.`,
            path: ['coverage'],
            place,
          },
        ];
      }),
    ),
};

export const gate: readonly Loosening[] = [lowered, soon, suppressed, commented];
