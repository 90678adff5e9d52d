/** What is known of the chain, said in one place. */
import type { Made } from '../made.ts';
import { h, plural } from './dom.ts';
import type { Outcome } from './verify.ts';

export type ChainState = { readonly kind: 'checking'; readonly share: number } | Outcome;

interface Said {
  readonly mark: 'checking' | 'good' | 'bad' | 'unknown';
  readonly title: string;
  readonly text: string;
}

const bySelf = (state: ChainState): Said => {
  switch (state.kind) {
    case 'checking':
      return { mark: 'checking', title: 'Checking the chain', text: `${String(Math.floor(state.share * 100))} % of the file` };
    case 'verified':
      return state.signatures === 'checked'
        ? {
            mark: 'good',
            title: 'Chain verified',
            text: `${plural(state.records, 'record')}, hashes and signatures checked in this page`,
          }
        : {
            mark: 'unknown',
            title: 'Hashes verified',
            text: `${plural(state.records, 'record')}; this browser cannot check Ed25519 signatures, so run pgveil audit verify`,
          };
    case 'broken':
      return { mark: 'bad', title: 'Chain broken', text: `record ${state.record.toLocaleString('en')}: ${state.message}` };
    case 'unavailable':
      return {
        mark: 'unknown',
        title: 'Chain not checked here',
        text: 'this browser offers WebCrypto only to files and to https; open the file from disk, or run pgveil audit verify',
      };
    default:
      return state satisfies never;
  }
};

const byTool = ({ verdict, expectedKey }: Made): string => {
  if (!verdict.ok) return `pgveil found it broken at record ${String(verdict.record)}: ${verdict.message}`;
  return expectedKey === undefined
    ? 'pgveil verified it with the key that the log names'
    : 'pgveil verified it with the key that was expected';
};

/** The worse of what the page and pgveil found. */
const worst = (state: ChainState, made: Made | undefined): Said => {
  const own = bySelf(state);
  if (made === undefined || made.verdict.ok || own.mark === 'bad') return own;
  const { record, message } = made.verdict;
  return { mark: 'bad', title: 'Chain broken', text: `record ${record.toLocaleString('en')}: ${message}` };
};

const signs: Readonly<Record<Said['mark'], string>> = { checking: '…', good: '✓', bad: '✕', unknown: '?' };

export const drawChain = (box: HTMLElement, state: ChainState, made: Made | undefined): void => {
  const { mark, title, text } = worst(state, made);
  box.className = `chain ${mark}`;
  box.replaceChildren(
    h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[mark]),
    h('span', {}, h('b', {}, title), h('span', { class: 'text' }, text)),
  );
};

export const drawOrigin = (box: HTMLElement, made: Made, publicKey: string | undefined): void => {
  const key = publicKey === undefined ? undefined : h('span', {}, ' Signed by ', h('code', {}, publicKey));
  box.replaceChildren(
    `Made ${made.time} by pgveil ${made.version} from ${made.file}: ${byTool(made)}.`,
    ...(key === undefined
      ? []
      : [key, made.expectedKey === undefined ? '. Compare this key with the one that pgveil printed.' : '.']),
  );
};
