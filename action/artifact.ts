import { basename } from 'node:path';
import { runUrl } from './run-url.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What of @actions/artifact's client the upload needs. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options: { retentionDays?: number },
  ): Promise<{ readonly id?: number }>;
}

export interface Upload {
  readonly environment: Environment;
  /** Loaded only when there is something to upload. */
  readonly client: () => Promise<ArtifactClient>;
  readonly directory: string;
  readonly files: readonly string[];
  readonly retentionDays: number | undefined;
}

export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly name: string; /** Of its page. */ readonly url: string | undefined }
  /** There is no artifact service that could take it. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Why this job has no artifact service, or undefined if it has one. */
const unavailable = (environment: Environment): string | undefined => {
  const host = new URL(environment['GITHUB_SERVER_URL'] ?? 'https://github.com').hostname.toLowerCase();
  if (host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')) {
    return 'GitHub Enterprise Server does not take artifacts of this kind';
  }
  return environment['ACTIONS_RUNTIME_TOKEN'] && environment['ACTIONS_RESULTS_URL']
    ? undefined
    : 'this runner gives the step no artifact service';
};

/** Artifact names are immutable within a run: legs of a matrix share the job's name, so each has a suffix of its own. */
const nameOf = ({ environment, directory }: Upload): string => {
  const job = (environment['GITHUB_JOB'] ?? 'job').replaceAll(/[^\w.-]/g, '-');
  const attempt = environment['GITHUB_RUN_ATTEMPT'] ?? '1';
  return `pgveil-audit-${job}-${attempt}-${basename(directory).slice('pgveil-'.length)}`;
};

/** Uploads the files as one artifact; throws what the service says when it refuses them. */
export const uploadFiles = async (upload: Upload): Promise<UploadOutcome> => {
  const reason = unavailable(upload.environment);
  if (reason !== undefined) return { kind: 'unavailable', reason };
  const name = nameOf(upload);
  const client = await upload.client();
  const options = upload.retentionDays === undefined ? {} : { retentionDays: upload.retentionDays };
  const { id } = await client.uploadArtifact(name, [...upload.files], upload.directory, options);
  return { kind: 'uploaded', name, url: id === undefined ? undefined : `${runUrl(upload.environment)}/artifacts/${String(id)}` };
};
