type Environment = Readonly<Record<string, string | undefined>>;

/** The page of this run. */
export const runUrl = (environment: Environment): string =>
  `${environment['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${environment['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${environment['GITHUB_RUN_ID'] ?? ''}`;
