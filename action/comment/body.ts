import { markdown } from '../../src/report/markdown.ts';
import { outcomeOf, type Outcome, type Report } from '../../src/report/model.ts';
import { prose } from '../../src/report/markdown-text.ts';
import { digestOf, markerText, type CommentState } from './marker.ts';

/** GitHub answers 422 to a longer one. It counts characters; bytes are never fewer. */
export const commentLimit = 65_536;

export interface Links {
  readonly run: string;
  /** Of the artifact with the audit; undefined where there is none. */
  readonly audit: string | undefined;
}

export interface CommentBody {
  readonly text: string;
  readonly state: CommentState;
  readonly digest: string;
}

export interface BodyOptions {
  readonly key: string;
  readonly report: Report;
  /** Which job and leg it is about, for readers: `test (18, linux)`. */
  readonly job: string;
  /** State of the comment that is there already. */
  readonly before: CommentState | undefined;
  readonly links: Links;
}

const nextState = (outcome: Outcome, before: CommentState | undefined): CommentState =>
  outcome === 'pass' && before !== undefined && before !== 'pass' ? 'resolved' : outcome;

const resolvedText = '**Resolved.** What an earlier run of this job found on this pull request is gone.\n\n';

/** The comment, at most `limit` bytes: whole rows of its tables are left out, and counted. */
export const commentBody = ({ key, report, job, before, links }: BodyOptions, limit: number = commentLimit): CommentBody => {
  const state = nextState(outcomeOf(report), before);
  const audit = links.audit === undefined ? '' : ` · [Audit](${links.audit})`;
  const foot = `\n<sub>${prose(job)} · [Run](${links.run})${audit} · pgveil ${report.version}</sub>\n`;
  const head = state === 'resolved' ? resolvedText : '';
  // A marker has the same length whatever it says, but for the state's word.
  const room = limit - Buffer.byteLength(`${markerText({ key, state, digest: digestOf('') })}\n${head}${foot}`);
  const said = `${head}${markdown(report, room)}`;
  const digest = digestOf(`${job}\n${said}`);
  return { text: `${markerText({ key, state, digest })}\n${said}${foot}`, state, digest };
};
