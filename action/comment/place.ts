type Environment = Readonly<Record<string, string | undefined>>;

/** How a job and its leg are called in GitHub's own lists: `test (18, linux)`. */
export const jobTitle = (environment: Environment, matrix: unknown): string => {
  const workflow = environment['GITHUB_WORKFLOW'];
  const values =
    matrix !== null && typeof matrix === 'object'
      ? Object.values(matrix).map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
      : [];
  const leg = values.length === 0 ? '' : ` (${values.join(', ')})`;
  return `${workflow === undefined ? '' : `${workflow} / `}${environment['GITHUB_JOB'] ?? 'job'}${leg}`;
};
