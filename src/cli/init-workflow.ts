/** The workflow that `pgveil init` writes. */
export interface InitWorkflow {
  /** From the root of the repository. */
  readonly policy: string;
  /** Schema files; none for the live database. */
  readonly schema: readonly string[];
  readonly version: string;
}

/** For a POSIX shell, within a YAML block. */
const quoted = (text: string): string => (/^[\w./@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

const head = (why: string): readonly string[] => [
  `# Made by \`pgveil init\`. ${why}`,
  'name: pgveil',
  'on: pull_request',
  'permissions: {}',
  '',
  'jobs:',
  '  check:',
  '    runs-on: ubuntu-latest',
  '    timeout-minutes: 10',
  '    permissions:',
  '      contents: read # actions/checkout',
  '    steps:',
  '      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
  '        with:',
];

/** Static where there are schema files: that works for forks too, which get no secrets. */
export const initWorkflow = ({ policy, schema, version }: InitWorkflow): string => {
  const lines =
    schema.length > 0
      ? [
          ...head('A pull request may not add a personal column that agents would see as it is.'),
          '          fetch-depth: 0 # the base, to compare with',
          '          persist-credentials: false',
          '      - run: |',
          `          npx --yes pgveil@${version} check --policy ${quoted(policy)} \\`,
          ...schema.map((path) => `            --schema ${quoted(path)} \\`),
          '            --base "origin/$GITHUB_BASE_REF" --format github',
        ]
      : [
          ...head('No classified column without a mask, no personal column without a class. Forks get no secrets.'),
          '          persist-credentials: false',
          `      - uses: pgveil/pgveil@v1 # pin it by the commit's SHA`,
          '        with:',
          '          mode: check',
          `          policy: ${JSON.stringify(policy)}`,
          '          database-url: ${{ secrets.DATABASE_URL }}',
        ];
  return `${lines.join('\n')}\n`;
};
