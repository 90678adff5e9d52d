import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  sampledForm
} from "./chunk-WF5BBFAO.js";
import {
  maskSpec,
  parsePath,
  specOf,
  transforms
} from "./chunk-VDEXSPJ2.js";
import {
  numericLimits,
  numericScalar,
  oids,
  resolveType,
  scalarType,
  textType
} from "./chunk-YM7ACMYJ.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/coverage/sampling/evidence.ts
init_define_navigator();
var scores = { certain: 0.9, likely: 0.8, hint: 0.6 };
var agreement = 0.15;
var wide = /* @__PURE__ */ new Set(["free_text", "profile_json"]);
var classOf = ({ class: found, hits, of }) => hits * 2 < of ? "free_text" : found;
var text = ({ class: found, hits, of }) => `${String(hits)} of ${String(of)} sampled values ${hits * 2 < of ? "hold" : "look like"} ${found.replaceAll("_", " ")}`;
var withValues = (named, values, catalog, column) => {
  if (values === void 0) return named;
  const isText = sampledForm(column.type, catalog) === "text";
  const byValues = {
    class: isText ? classOf(values) : "profile_json",
    score: scores[values.certainty],
    evidence: [text(values)]
  };
  if (named === void 0) return byValues;
  const evidence = [...byValues.evidence, ...named.evidence];
  const best = Math.max(named.score, byValues.score);
  if (named.class === byValues.class || named.class === values.class || wide.has(named.class)) {
    return { class: named.class, score: Math.min(1, Math.round((best + agreement) * 100) / 100), evidence };
  }
  return { class: byValues.score >= named.score ? byValues.class : named.class, score: best, evidence };
};

// src/coverage/proposal.ts
init_define_navigator();

// src/coverage/mask-fit.ts
init_define_navigator();
var redaction = () => true;
var someMask = () => true;
var anyKey = Buffer.alloc(32);
var works = (mask, type, inner) => {
  const transform = transforms.get(mask.transform);
  if (transform === void 0) return false;
  if (type.kind !== "scalar" && transform.families !== "any") {
    return type.kind === "array" ? works(mask, type.element, inner) : (type.fields ?? []).filter((field) => works(mask, field.type, inner)).length > 0;
  }
  const compiled = transform.compile({
    options: mask.options,
    type: type.kind === "scalar" ? type : textType,
    format: 0,
    key: () => anyKey,
    nested: (one, of) => {
      inner.set(one, inner.get(one) === true || isRedaction(one) || works(one, of, inner));
      return someMask;
    },
    beside: () => void 0,
    redact: redaction
  });
  return compiled !== redaction;
};
var isRedaction = ({ transform }) => transform === "redact";
var fits = (mask, type) => isRedaction(mask) || works(mask, type, /* @__PURE__ */ new Map());
var maskFits = (mask, column, catalog) => fits(mask, resolveType(column.type, column.typmod, catalog));
var misfit = (mask, column, catalog) => {
  const inner = /* @__PURE__ */ new Map();
  if (isRedaction(mask)) return void 0;
  if (!works(mask, resolveType(column.type, column.typmod, catalog), inner)) return mask;
  return [...inner].find(([, worked]) => !worked)?.[0];
};

// src/coverage/mask-strength/index.ts
init_define_navigator();

// src/coverage/class-names.ts
init_define_navigator();

// src/coverage/detection/types.ts
init_define_navigator();
var personalClasses = {
  city_region: "Where somebody lives or comes from, coarser than a street: city, county, state beside an address",
  compensation: "What somebody earns: salary, hourly rate, bonus, income",
  credential: "What lets a person in: passwords and their hashes, salts, tokens, sessions, one-time secrets, PINs",
  crypto_key: "A person's public keys and their fingerprints",
  date_of_birth: "Date, year or month of birth",
  demographic: "Gender, age, nationality, marital status, religion, education, title, date of hire",
  device: "A person's machine: user agent, fingerprint, push token, IMEI, MAC address",
  email: "Mail addresses, also of companies",
  employer: "Where a user or candidate works",
  financial: "Accounts, cards, IBANs, credit scores",
  free_text: "What somebody wrote or what is written about a person: biographies, notes, messages, answers",
  geo: "Coordinates of a home, a person or what a person did",
  gov_id: "Numbers that an authority or an institution gave a person: national, tax, health, licence, plate, case, student",
  health: "Diagnoses, blood type, allergies, results, disability",
  ip_address: "Addresses that people connected from",
  online_id: "Who somebody is elsewhere: subject of an identity provider, profile URI, chat id",
  person_name: "Names and parts of names",
  phone: "Telephone, mobile and fax numbers, also of companies",
  photo: "Pictures of people and biometric templates",
  postal_code: "Postal codes of addresses",
  profile_json: "Documents about a person: profile, claims, custom attributes, rows that audits keep",
  social: "Handles and links of social networks",
  street_address: "Streets, house numbers, address lines, whole addresses",
  url_personal: "A person's web page",
  username: "Login and screen names"
};

// src/coverage/class-names.ts
var others = {
  person_name: ["name", "full_name"],
  gov_id: ["national_id", "ssn", "tax_id"],
  credential: ["secret", "password"],
  crypto_key: ["secret"],
  street_address: ["address"],
  date_of_birth: ["birth_date", "dob", "birthdate"],
  ip_address: ["ip"],
  free_text: ["text"],
  financial: ["iban", "bank_account", "account"]
};
var otherNames = new Map(Object.entries(others));
var plain = (name) => name.toLowerCase().replaceAll(/[-.]/g, "_");
var classNamed = (policy, detected) => {
  const names = [detected, ...otherNames.get(detected) ?? []];
  const known = [...policy.classes.keys()];
  for (const name of names) {
    const found = known.find((one) => plain(one) === name);
    if (found !== void 0) return found;
  }
  return detected;
};
var classFor = (policy, detected) => classNamed(policy, detected);
var kinds = new Map([
  ...Object.entries(others).toReversed().flatMap(([kind, names]) => names.map((name) => [name, kind])),
  ...Object.keys(personalClasses).map((kind) => [kind, kind]),
  ["secret", "secret"]
]);
var kindOf = (className) => {
  const name = plain(className);
  return kinds.get(name) ?? kinds.get(plain(className.slice(0, Math.max(0, className.lastIndexOf("-")))));
};

// src/coverage/mask-strength/transforms.ts
init_define_navigator();

// src/coverage/mask-strength/composed.ts
init_define_navigator();
var masksBy = (options, name) => Object.entries(options[name] ?? {});
var keepsAll = ({ options }, name) => options["others"] === "keep" && masksBy(options, name).every(([, mask]) => mask === "keep");
var allStays = "every value stays as it is";
var inside = ({ options, nested }, name, types, kindAt) => {
  for (const [place2, mask] of masksBy(options, name)) {
    const spec = specOf(mask);
    for (const type of types) {
      const weakness = spec && nested(spec, type, kindAt(place2));
      if (weakness !== void 0) return `at ${place2}, ${weakness}`;
    }
  }
  return void 0;
};
var kindAtPath = (path2) => {
  const last = parsePath(path2)?.findLast((step2) => step2.kind === "member");
  return last === void 0 ? void 0 : kindOf(last.name);
};
var leaves = [textType, scalarType(oids.numeric, -1, numericScalar)];
var json = (weighed) => keepsAll(weighed, "paths") ? allStays : inside(weighed, "paths", leaves, kindAtPath);
var hstore = (weighed) => keepsAll(weighed, "keys") ? allStays : inside(weighed, "keys", [textType], kindOf);
var matchesAll = (matches) => Array.isArray(matches) && matches.some((pattern) => typeof pattern === "string" && /^\*+$/.test(pattern));
var isMixed = (kind) => kind === void 0 || kind === "free_text";
var when = ({ options, type, kind, nested }) => {
  const [then, otherwise] = [options["then"], options["otherwise"]];
  if (then === "keep" && (otherwise === "keep" || matchesAll(options["matches"]))) return allStays;
  if (otherwise === "keep" && !isMixed(kind)) return "values that no pattern matches stay as they are";
  for (const mask of [then, otherwise]) {
    const spec = specOf(mask);
    const weakness = spec && nested(spec, type, kind);
    if (weakness !== void 0) return weakness;
  }
  return void 0;
};

// src/coverage/mask-strength/limits.ts
init_define_navigator();
var limits = {
  credential: { characters: 0, identifies: true, namedByPath: true },
  // The year; of numbers five of them.
  date_of_birth: { characters: 4, step: 5, coarsens: true },
  demographic: { step: 5, fewValues: true },
  device: { identifies: true },
  // PCI DSS 4.0, 3.4.1: BIN and last four digits of a card.
  financial: { characters: 12 },
  // One in a hundred of a degree is about 1.1 km.
  geo: { step: 0.01 },
  gov_id: { characters: 4, identifies: true },
  online_id: { identifies: true, namedByPath: true },
  person_name: { characters: 2 },
  phone: { characters: 4, identifies: true },
  photo: { namedByPath: true },
  // 45 CFR 164.514(b)(2)(i)(B): the first three digits of a ZIP code.
  postal_code: { characters: 3, step: 100, coarsens: true },
  social: { namedByPath: true },
  url_personal: { namedByPath: true }
};
var none = {};
var byClass = new Map(Object.entries(limits));
var limitsOf = (kind) => kind === void 0 ? none : byClass.get(kind) ?? none;
var limitedClasses = Object.keys(personalClasses).flatMap((name) => {
  const found = byClass.get(name);
  return found === void 0 ? [] : [[name, found]];
});

// src/coverage/mask-strength/weigh.ts
init_define_navigator();
var defaulted = ({ transform, options }) => transforms.get(transform)?.options.parse(options) ?? options;
var numberOf = ({ options }, name) => {
  const value = options[name];
  return typeof value === "number" ? value : 0;
};
var fractionDigits = ({ scalar, typmod }) => {
  if (scalar.family === "int2" || scalar.family === "int4" || scalar.family === "int8") return 0;
  return scalar.family === "numeric" ? numericLimits(typmod)?.scale : void 0;
};
var told = (kind) => kind.replaceAll("_", " ");

// src/coverage/mask-strength/transforms.ts
var any = (...weighers) => (weighed) => {
  for (const weigh of weighers) {
    const weakness = weigh(weighed);
    if (weakness !== void 0) return weakness;
  }
  return void 0;
};
var longestGuessable = 8;
var characters = (count) => (weighed) => {
  const { type, kind } = weighed;
  const shown = count(weighed);
  const { characters: most2, coarsens } = limitsOf(kind);
  if (shown === 0 || type.limit !== void 0 && shown * 2 > type.limit) return void 0;
  if (coarsens !== true && type.limit !== void 0 && type.limit <= longestGuessable) {
    return `of at most ${String(type.limit)} characters ${String(shown)} can show, and those that are hidden can be tried out`;
  }
  return kind !== void 0 && most2 !== void 0 && shown > most2 ? `${String(shown)} characters can show, and of a ${told(kind)} ${most2 === 0 ? "none" : `no more than ${String(most2)}`} should` : void 0;
};
var leavesValues = (option, share = 1) => (weighed) => {
  const digits = fractionDigits(weighed.type);
  const step2 = numberOf(weighed, option);
  return digits !== void 0 && step2 > 0 && step2 <= share * 10 ** -digits ? `${option}: ${String(step2)} is no more than the last digit that the type holds, so that values stay as they are, or move by it at most` : void 0;
};
var tooFine = (option) => (weighed) => {
  const { kind } = weighed;
  const [step2, least] = [numberOf(weighed, option), limitsOf(kind).step];
  return kind !== void 0 && least !== void 0 && step2 > 0 && step2 < least ? `${option}: ${String(step2)} is finer than a ${told(kind)} should be shown, which is by ${String(least)} or more` : void 0;
};
var leadingDigits = ({ kind }) => kind !== void 0 && limitsOf(kind).identifies ? `the first digits of a ${told(kind)} stay, and those that are hidden can be tried out` : void 0;
var equalTokens = ({ kind }) => kind !== void 0 && limitsOf(kind).fewValues ? `a ${told(kind)} has few values, and how often each token comes tells which is which` : void 0;
var equalLengths = ({ kind }) => kind !== void 0 && limitsOf(kind).fewValues ? `a ${told(kind)} has few values, and the length, which stays, tells many of them apart` : void 0;
var path = ({ options, kind }) => options["path"] === "keep" && kind !== void 0 && limitsOf(kind).namedByPath ? `the path stays, and it is what tells of a ${told(kind)}; path: drop leaves the host alone` : void 0;
var domain = ({ options, kind }) => options["domain"] === "keep" && kind !== void 0 && kind !== "email" ? `what stands behind the @ stays, and class ${kind} is not one of mail addresses` : void 0;
var most = { v4: 24, v6: 55 };
var network = (weighed) => {
  const [v4, v6] = [numberOf(weighed, "v4"), numberOf(weighed, "v6")];
  if (v4 > most.v4) return `v4: ${String(v4)} leaves ${String(2 ** (32 - v4))} addresses to try out`;
  return v6 > most.v6 ? `v6: ${String(v6)} is the network of one household, or a part of it` : void 0;
};
var mostDecimals = 2;
var place = (weighed) => {
  const decimals = numberOf(weighed, "decimals");
  return decimals > mostDecimals ? `decimals: ${String(decimals)} of a degree show the house or the street; ${String(mostDecimals)} are about 1.1 km` : void 0;
};
var daysOf = { hour: 1, day: 1, week: 7 };
var period = ({ options: { to }, kind }) => {
  const days = typeof to === "string" ? daysOf[to] : void 0;
  if (kind !== "date_of_birth" || days === void 0) return void 0;
  return days === 1 ? "the date of birth stays as it is" : `it leaves ${String(days)} days to try out for a date of birth`;
};
var leastShift = 30;
var shift = (weighed) => {
  const days = numberOf(weighed, "days");
  return days < leastShift ? `days: ${String(days)} leaves ${String(2 * days)} dates to try out` : void 0;
};
var misses = ({ kind }) => kind !== void 0 && kind !== "free_text" && kind !== "profile_json" ? `what the detectors miss shows, and every value of class ${kind} is one to hide` : void 0;
var always = { weakWhere: void 0, weigh: () => void 0 };
var weak = (weakWhere, weigh) => ({ weakWhere, weigh });
var fewValues = "the class has few values (`demographic`)";
var step = (option) => `\`${option}\` leaves values of the type as they are, or is finer than the class allows; of an identifier always`;
var strengths = {
  redact: always,
  null: always,
  fixed: always,
  partial: weak(
    "part of at most 8 characters shows (but of a postal code or a date), or more characters than the class allows",
    characters((weighed) => numberOf(weighed, "first") + numberOf(weighed, "last"))
  ),
  characters: weak(fewValues, equalLengths),
  email: weak("`domain: keep` stands in a class of something else", domain),
  phone: always,
  card: weak(
    "the class allows fewer than four characters",
    characters(() => 4)
  ),
  "card-token": always,
  url: weak("`path: keep` and the path is what names a person, or lets somebody in", path),
  "ip-prefix": weak("`v4` is above 24, or `v6` above 55", network),
  "fake-name": always,
  "fake-address": always,
  "fake-company": always,
  "fake-text": weak(fewValues, equalTokens),
  scrub: weak("the class is any but `free_text` or `profile_json`", misses),
  hash: weak(fewValues, equalTokens),
  "uuid-token": always,
  encrypt: weak(fewValues, equalTokens),
  "date-shift": weak("`days` is below 30", shift),
  "date-truncate": weak("of a date of birth a week, a day or an hour stays", period),
  bucket: weak(step("width"), any(leavesValues("width"), leadingDigits, tooFine("width"))),
  range: weak("`width` is finer than the class allows; of an identifier always", any(leadingDigits, tooFine("width"))),
  round: weak(step("to"), any(leavesValues("to"), leadingDigits, tooFine("to"))),
  noise: weak(step("amount"), any(leavesValues("amount", 0.5), leadingDigits, tooFine("amount"))),
  coarsen: weak("`decimals` is above 2", place),
  json: weak("it keeps all, or a mask at a path is weak for what the last member names", json),
  hstore: weak("it keeps all, or the mask of a key is weak for what the key names", hstore),
  when: weak("it keeps all, keeps what no pattern matches (but of free text), or one of its masks is weak", when)
};

// src/coverage/mask-strength/index.ts
var ofScalar = (mask, type, kind) => fits(mask, type) ? strengths[mask.transform]?.weigh({ options: defaulted(mask), type, kind, nested: ofScalar }) : void 0;
var ofType = (mask, type, kind) => {
  if (type.kind === "scalar") return ofScalar(mask, type, kind);
  if (type.kind === "array") return ofType(mask, type.element, kind);
  for (const field of type.fields ?? []) {
    const weakness = ofType(mask, field.type, kind);
    if (weakness !== void 0) return weakness;
  }
  return void 0;
};
var weaknessOf = (mask, className, column, types) => ofType(mask, resolveType(column.type, column.typmod, types), kindOf(className));

// src/coverage/proposal.ts
var proposal = (classes, yaml, mask) => ({ classes, yaml, mask: maskSpec(mask) });
var proposals = [
  // Keys and ids too, but not to be matched by.
  proposal(/gov|national|ssn|secret|credential|crypto|password/i, "redact", "redact"),
  proposal(/e-?mail/i, "email", "email"),
  proposal(/phone|mobile|telefon|fax/i, "{ partial: { last: 2, separators: keep } }", {
    partial: { last: 2, separators: "keep" }
  }),
  proposal(/birth|dob/i, "{ date-truncate: { to: year } }", { "date-truncate": { to: "year" } }),
  proposal(/(^|[-_.])ip([-_.]|$)/i, "ip-prefix", "ip-prefix"),
  proposal(/post.?code|postal|zip/i, "{ partial: { first: 2 } }", { partial: { first: 2 } }),
  proposal(/iban|account|card/i, "{ partial: { last: 4 } }", { partial: { last: 4 } }),
  // Unique, as a rule, and joined by.
  proposal(/user.?name|login|nick/i, "hash", "hash"),
  proposal(/name/i, "{ partial: { first: 1 } }", { partial: { first: 1 } }),
  proposal(/key|uuid|(^|[-_.])id$/i, "hash", "hash")
];
var proposedMaskFor = (className, columns, catalog) => proposals.find(
  ({ classes, mask }) => classes.test(className) && columns.every((column) => maskFits(mask, column, catalog) && weaknessOf(mask, className, column, catalog) === void 0)
)?.yaml ?? "redact";
var proposedMask = (className, column, catalog) => proposedMaskFor(className, [column], catalog);

export {
  classNamed,
  classFor,
  maskFits,
  misfit,
  weaknessOf,
  withValues,
  proposedMaskFor,
  proposedMask
};
