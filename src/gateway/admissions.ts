/** How many connections there are, in all before their log-in and for each principal behind it. */
export interface Admissions {
  /** A place for a client that has not logged in; undefined when there is none. Call the result to give it back. */
  arrive(): (() => void) | undefined;
  enter(principal: string): (() => void) | undefined;
}

/** Clients that have not logged in yet cost a socket each; this many at once is no job's doing. */
const mostArriving = 200;

const once = (call: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) call();
    done = true;
  };
};

export const createAdmissions = (perPrincipal: number | undefined): Admissions => {
  let arriving = 0;
  const inside = new Map<string, number>();
  return {
    arrive: () => {
      if (arriving >= mostArriving) return undefined;
      arriving += 1;
      return once(() => {
        arriving -= 1;
      });
    },
    enter: (principal) => {
      const now = inside.get(principal) ?? 0;
      if (perPrincipal !== undefined && now >= perPrincipal) return undefined;
      inside.set(principal, now + 1);
      return once(() => {
        inside.set(principal, (inside.get(principal) ?? 1) - 1);
      });
    },
  };
};
