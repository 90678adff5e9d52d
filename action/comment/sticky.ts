import type { Comment, CommentClient } from './client.ts';
import type { CommentBody } from './body.ts';
import { readMarker, type CommentState } from './marker.ts';

export type StickyOutcome = 'created' | 'updated' | 'unchanged' | 'nothing to say';

export interface StickyOptions {
  readonly client: CommentClient;
  readonly key: string;
  /** Made once it is known what the comment says so far. */
  readonly body: (before: CommentState | undefined) => CommentBody;
  /** Whether there is to be a comment where there is none yet. */
  readonly wanted: boolean;
}

/** Anybody may write the marker of a job into a comment: only the token's own one counts. */
const findOwn = async ({ client, key }: StickyOptions): Promise<Comment | undefined> => {
  let login: string | undefined;
  for await (const comment of client.list()) {
    if (readMarker(comment.body)?.key !== key) continue;
    login ??= await client.login();
    if (comment.author === login) return comment;
  }
  return undefined;
};

/**
 * The one comment of a job on its pull request, made or brought up to date. It can be called again after a failure: it
 * looks anew, so that an answer which was lost makes no second comment.
 */
export const stick = async (options: StickyOptions): Promise<StickyOutcome> => {
  const own = await findOwn(options);
  const marker = own === undefined ? undefined : readMarker(own.body);
  const body = options.body(marker?.state);
  if (own === undefined) {
    if (!options.wanted) return 'nothing to say';
    await options.client.create(body.text);
    return 'created';
  }
  if (marker?.digest === body.digest && marker.state === body.state) return 'unchanged';
  await options.client.update(own.id, body.text);
  return 'updated';
};
