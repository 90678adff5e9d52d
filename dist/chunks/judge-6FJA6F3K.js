import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  findSpans
} from "./chunk-34UUUUTB.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/masking/detectors/judge.ts
init_define_navigator();
var needed = { certain: 0.05, likely: 0.5, hint: 0.7 };
var certainties = ["certain", "likely", "hint"];
var longest = 4096;
var bestHits = (text) => {
  const best = /* @__PURE__ */ new Map();
  for (const { detector, class: name, certainty } of findSpans(text)) {
    const known = best.get(detector);
    if (known === void 0 || certainties.indexOf(certainty) < certainties.indexOf(known.certainty)) {
      best.set(detector, { class: name, certainty });
    }
  }
  return best;
};
var mostRemembered = 100;
var createTally = () => {
  let of = 0;
  const remembered = /* @__PURE__ */ new Map();
  const hitsOf = (text) => {
    const before = remembered.get(text);
    if (before !== void 0) return before;
    const hits = bestHits(text);
    if (remembered.size < mostRemembered) remembered.set(text, hits);
    return hits;
  };
  const tallies = /* @__PURE__ */ new Map();
  return {
    add: (value) => {
      if (value === null || value === void 0 || value.trim() === "") return;
      of += 1;
      for (const [detector, hit] of hitsOf(value.slice(0, longest))) {
        const tally = tallies.get(detector) ?? { class: hit.class, counts: { certain: 0, likely: 0, hint: 0 } };
        tally.counts[hit.certainty] += 1;
        tallies.set(detector, tally);
      }
    },
    verdict: () => {
      const verdicts = Array.from(tallies, ([detector, { class: name, counts }]) => {
        let hits = 0;
        const certainty = certainties.find((one) => {
          hits += counts[one];
          return hits > 0 && hits >= needed[one] * of;
        });
        const all = counts.certain + counts.likely + counts.hint;
        return { verdict: { class: name, detector, certainty, hits: all, of }, certain: counts.certain };
      });
      return verdicts.sort((a, b) => b.verdict.hits - a.verdict.hits || b.certain - a.certain).map(({ verdict }) => verdict).find((verdict) => verdict.certainty !== void 0);
    }
  };
};
var judgeSamples = (values) => {
  const tally = createTally();
  for (const value of values) tally.add(value);
  return tally.verdict();
};
export {
  createTally,
  judgeSamples
};
