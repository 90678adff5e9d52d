/**
 * Whose notifications may be shown. A NOTIFY that a session of this gateway sent by a statement was judged with it; one
 * out of a trigger, or out of a session that did not come through here, can carry anything.
 */
import type { UpstreamTarget } from './upstream-url.ts';

export interface Notifiers {
  /** A session's backend; the result tells that it ran code that pgveil has not read, or that it is gone. */
  enter(target: UpstreamTarget, processId: number): { readonly unread: () => void; readonly leave: () => void };
  isJudged(target: UpstreamTarget, processId: number): boolean;
}

export const createNotifiers = (): Notifiers => {
  const judged = new Set<string>();
  const keyOf = ({ host, port }: UpstreamTarget, processId: number): string => `${host}\0${String(port)}\0${String(processId)}`;
  return {
    enter: (target, processId) => {
      const key = keyOf(target, processId);
      judged.add(key);
      const remove = (): void => {
        judged.delete(key);
      };
      return { unread: remove, leave: remove };
    },
    isJudged: (target, processId) => judged.has(keyOf(target, processId)),
  };
};
