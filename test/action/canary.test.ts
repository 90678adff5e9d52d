import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { JobResult, Step } from '../support/fake-runner.ts';
import { contentsBelow } from './jobs.ts';
import { openStage, type Stage } from './stage.ts';

const port = inject('postgres')[18];

/** Planted where values are, and where credentials are. None of it may be found in anything that leaves. */
const values = {
  email: 'canary-zq7.person@values.example',
  nationalId: '927-canary-zq8-381',
  note: 'canary-zq9 lives in Lisbon',
  json: 'canary-zqa-in-json',
} as const;
const maskingKey = 'canary-zqb-masking-key-of-thirty-two-bytes';

/** As it is, and as encoders leave it. */
const forms = (value: string): readonly Buffer[] => [
  Buffer.from(value),
  Buffer.from(Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1)),
  Buffer.from(Buffer.from(value).toString('hex')),
  Buffer.from(encodeURIComponent(value)),
  Buffer.from(value, 'utf16le'),
];

/** Places in `corpus` that hold a canary. */
const leaks = (corpus: ReadonlyMap<string, Buffer>, canaries: readonly string[]): string[] =>
  [...corpus].flatMap(([place, bytes]) =>
    canaries.filter((canary) => forms(canary).some((form) => bytes.includes(form))).map((canary) => `${canary} in ${place}`),
  );

/** A message of the server with all of its fields. */
const shown = (message: unknown): unknown =>
  Object.fromEntries(Object.getOwnPropertyNames(message).map((name) => [name, (message as Record<string, unknown>)[name]]));

/** Statements of an agent that wants values, with every way an answer can take. */
const statements = [
  'SELECT * FROM people',
  'SELECT email AS harmless, upper(note), details FROM people',
  "SELECT details->>'who' FROM people",
  'SELECT email::int FROM people',
  'SELECT national_id::date FROM people',
  "SELECT (details->>'who')::int FROM people",
  'COPY people TO STDOUT',
  "INSERT INTO people (id, email) VALUES (1, 'x')",
  "SELECT * FROM people WHERE email = 'canary-literal-of-the-agent'",
  'SELECT row_to_json(p) FROM people p',
  "SELECT pg_read_file('PG_VERSION'), email FROM people",
  'SELEKT email FROM people',
];

describe('planted values', { skip: port === undefined || process.platform !== 'linux' }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(port ?? 0, 'action_canary');
    await stage.sql(
      `ALTER TABLE people ADD note text, ADD details jsonb;
       COMMENT ON COLUMN people.note IS '@class free_text';
       COMMENT ON COLUMN people.details IS '@class free_text';
       CREATE VIEW contacts AS SELECT lower(email) AS address, city FROM people;
       GRANT SELECT ON contacts TO action_canary_reader;
       UPDATE people SET email = '${values.email}', national_id = '${values.nationalId}', note = '${values.note}', details = '{"who": "${values.json}"}'`,
    );
  });
  afterAll(async () => stage.stop());

  const policy = (classes: string): string =>
    stage.policy
      .replace('  national_id: { mask: redact }\n', classes)
      .concat("audit: { record-rows: 10 }\nmasking: { key: '${env:MASKING_KEY}' }\n");
  const masked = '  national_id: { mask: redact }\n  free_text: { mask: redact }\n';
  /** Every secret of the job, besides the values. */
  const secrets = (): readonly string[] => [
    ...Object.values(values),
    maskingKey,
    stage.databaseUrl,
    'canary-password-of-the-reader',
    ...stage.github.issued,
  ];

  /** Runs the statements, and puts what came back, errors and notices too, to `seen`. */
  const agent = (seen: Map<string, Buffer>): Step => ({
    name: 'agent',
    call: async (environment) => {
      const client = new pg.Client({ connectionString: environment['DATABASE_URL'] });
      const heard: unknown[] = [];
      client.on('notice', (notice) => heard.push(shown(notice)));
      client.on('error', (error) => heard.push(error.message));
      await client.connect();
      for (const statement of [...statements, 'SELECT * FROM contacts']) {
        try {
          heard.push((await client.query({ text: statement, rowMode: 'array' })).rows);
        } catch (error) {
          heard.push(shown(error));
        }
      }
      await client.end();
      seen.set('answers', Buffer.from(JSON.stringify(heard)));
    },
  });

  /** Command lines and environments of the processes that the job has started, but for the step that is given the secret. */
  const processes = (seen: Map<string, Buffer>): Step => ({
    name: 'look',
    call: (_, job) => {
      for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
          const commandLine = readFileSync(`/proc/${id}/cmdline`);
          if (!commandLine.includes(job.temp)) continue;
          seen.set(`command line ${id}`, commandLine);
          seen.set(`environment ${id}`, readFileSync(`/proc/${id}/environ`));
        } catch {
          // Gone meanwhile.
        }
      }
    },
  });

  /** Everything that a job has left or sent. */
  const corpusOf = (job: JobResult, seen: ReadonlyMap<string, Buffer>): Map<string, Buffer> =>
    new Map([
      ...seen,
      ['log', Buffer.from(job.log)],
      ['summary', Buffer.from(job.summary)],
      ['annotations', Buffer.from(JSON.stringify(job.annotations))],
      ['outputs', Buffer.from(JSON.stringify(job.outputs))],
      ['state', Buffer.from(JSON.stringify(job.steps.map(({ state }) => state)))],
      ['environment', Buffer.from(JSON.stringify(job.env))],
      ...stage.github.comments.all.map(({ id, body }) => [`comment ${String(id)}`, Buffer.from(body)] as const),
      ...[...stage.github.artifacts.uploaded].flatMap(([name, files]) =>
        [...files].map(([file, bytes]) => [`artifact ${name}/${file}`, bytes] as const),
      ),
      ...contentsBelow(job.temp),
      ...contentsBelow(job.workspace),
    ]);

  const run = async (given: {
    readonly policy: string;
    readonly with?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
  }): Promise<JobResult> =>
    stage.job(given.steps, {
      policy: given.policy,
      secrets: [stage.databaseUrl, maskingKey],
      environment: { GITHUB_API_URL: stage.github.url, MASKING_KEY: maskingKey },
      token: stage.github.comments.token,
      event: { pull_request: { number: 7 } },
      with: { comment: 'always', ...given.with },
    });

  test('the search finds what is there', async () => {
    const direct = new pg.Client({ connectionString: stage.databaseUrl });
    await direct.connect();
    const { rows } = await direct.query('SELECT * FROM people');
    await direct.end();
    const found = leaks(new Map([['direct', Buffer.from(JSON.stringify(rows))]]), Object.values(values));
    expect(found).toHaveLength(Object.values(values).length);
    expect(leaks(new Map([['b', Buffer.from(Buffer.from(`xyz${values.json}`).toString('base64'))]]), [values.json])).toHaveLength(
      1,
    );
  });

  test('mode proxy, green: none leaves', async () => {
    const seen = new Map<string, Buffer>();
    const job = await run({ policy: policy(masked), steps: [agent(seen), processes(seen)] });
    const corpus = corpusOf(job, seen);
    for (const place of ['answers', 'log', 'summary']) expect(corpus.get(place)?.length).toBeGreaterThan(100);
    expect([...corpus.keys()].filter((place) => place.startsWith('environment ')).length).toBeGreaterThan(0);
    expect([...corpus.keys()].filter((place) => place.startsWith('artifact ')).length).toBeGreaterThan(2);
    expect(stage.github.comments.all).toHaveLength(1);
    expect(leaks(corpus, secrets())).toEqual([]);
    job.remove();
  });

  test('mode proxy, red: none leaves with the findings', async () => {
    const seen = new Map<string, Buffer>();
    const job = await run({ policy: policy('  national_id: {}\n  free_text: {}\n'), steps: [agent(seen)] });
    expect(job.conclusion).toBe('failure');
    expect(leaks(corpusOf(job, seen), secrets())).toEqual([]);
    job.remove();
  });

  test('mode check: none leaves with SARIF and JUnit', async () => {
    const job = await run({ policy: policy('  national_id: {}\n  free_text: {}\n'), with: { mode: 'check' }, steps: [] });
    const corpus = corpusOf(job, new Map());
    expect([...corpus.keys()].filter((place) => /\.(?:sarif|xml)$/.test(place))).toHaveLength(2);
    expect(leaks(corpus, secrets())).toEqual([]);
    job.remove();
  });

  test('a database that refuses: none leaves with the error', async () => {
    const job = await run({
      policy: policy(masked),
      with: { 'database-url': stage.databaseUrl.replace('action_canary_reader', 'nobody') },
      steps: [],
    });
    expect(job.conclusion).toBe('failure');
    expect(leaks(corpusOf(job, new Map()), secrets())).toEqual([]);
    job.remove();
  });
});
