import { PgveilError } from '../src/errors.ts';
import type { Policy } from '../src/policy/policy.ts';
import { connectionVariables, urlVariable } from './connection.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The name under which a policy refers to the input `database-url`. */
export const databaseUrlName = 'PGVEIL_DATABASE_URL';

/** The environment references, `${env:NAME}`, of a policy's text. */
export const environmentReferences = (policy: string): string[] => [
  ...new Set([...policy.matchAll(/\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g)].map((match) => match[1] ?? '')),
];

/**
 * The values of the policy's environment references, for the proxy's standard input. The proxy's own environment
 * holds none of them. Throws PGVEIL_INPUT where the input `database-url` and the policy don't fit each other, and for
 * a reference to a variable that pgveil sets itself.
 */
export const policySecrets = (
  { text, policy }: { readonly text: string; readonly policy: Pick<Policy, 'databases'> },
  databaseUrl: string | undefined,
  environment: Environment,
): Record<string, string> => {
  const references = environmentReferences(text);
  const reference = `\${env:${databaseUrlName}}`;
  const own = [...connectionVariables, ...[...policy.databases.keys()].map(urlVariable)];
  const taken = references.find((name) => own.includes(name));
  if (taken !== undefined) {
    throw new PgveilError(
      'PGVEIL_INPUT',
      `The policy refers to \${env:${taken}}, which pgveil sets for later steps and its own post step.`,
      {
        remedy: `Use a variable of another name; for a single database, write ${reference} and give its URL as input \`database-url\`.`,
      },
    );
  }
  if (databaseUrl !== undefined && !references.includes(databaseUrlName)) {
    throw new PgveilError('PGVEIL_INPUT', `Input \`database-url\` is given, but the policy does not use it.`, {
      remedy: `Write \`url: ${reference}\` at the database in the policy, or leave the input out.`,
    });
  }
  const given: Environment = { ...environment, [databaseUrlName]: databaseUrl ?? environment[databaseUrlName] };
  if (references.includes(databaseUrlName) && !given[databaseUrlName]) {
    throw new PgveilError(
      'PGVEIL_INPUT',
      `The policy takes its database from ${reference}, and input \`database-url\` is empty.`,
      {
        remedy:
          'Set `database-url: ${{ secrets.DATABASE_URL }}` at the pgveil step. Pull requests from forks and Dependabot get no secrets: skip the step there.',
      },
    );
  }
  return Object.fromEntries(references.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
};

/** What the runner has to mask in the log: each secret, each of its lines, and the password inside a URL. */
export const maskedValues = (secrets: Readonly<Record<string, string>>): string[] =>
  Object.values(secrets).flatMap((value) => {
    const lines = value.split(/\r?\n/).filter((line) => line.trim().length > 3);
    if (!URL.canParse(value)) return lines;
    const { password } = new URL(value);
    return [...lines, ...(password === '' ? [] : [password, decodeURIComponent(password)])];
  });

const inherited =
  /^(PATH|HOME|USER|TZ|LANG|LC_\w+|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|RUNNER_TEMP|RUNNER_TRACKING_ID)$/i;

/** What of the step's environment the proxy gets: what it takes to run, and no input, token or secret. */
export const proxyEnvironment = (environment: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value !== undefined && inherited.test(name) ? [[name, value]] : [])),
  );
