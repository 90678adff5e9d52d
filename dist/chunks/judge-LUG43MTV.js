import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  findSpans
} from "./chunk-VZ4DKK6V.js";
import "./chunk-L2BS4CPM.js";

// src/masking/detectors/judge.ts
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
var createTally = () => {
  let of = 0;
  const tallies = /* @__PURE__ */ new Map();
  return {
    add: (value) => {
      if (value === null || value === void 0 || value.trim() === "") return;
      of += 1;
      for (const [detector, hit] of bestHits(value.slice(0, longest))) {
        const tally = tallies.get(detector) ?? { class: hit.class, counts: { certain: 0, likely: 0, hint: 0 } };
        tally.counts[hit.certainty] += 1;
        tallies.set(detector, tally);
      }
    },
    verdict: () => {
      const verdicts = Array.from(tallies, ([detector, { class: name, counts }]) => {
        let hits = 0;
        const enough = certainties.some((certainty) => {
          hits += counts[certainty];
          return hits > 0 && hits >= needed[certainty] * of;
        });
        const all = counts.certain + counts.likely + counts.hint;
        return { verdict: { class: name, detector, hits: all, of }, enough, certain: counts.certain };
      });
      return verdicts.filter(({ enough }) => enough).sort((a, b) => b.verdict.hits - a.verdict.hits || b.certain - a.certain).at(0)?.verdict;
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
