import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/masking/codec/scalars.ts
init_define_navigator();

// src/masking/codec/neutral-typmod.ts
init_define_navigator();
var redacted = "***";
var redactedText = (limit, pad) => {
  if (limit === void 0) return redacted;
  const cut = redacted.slice(0, limit);
  return pad ? cut.padEnd(limit, " ") : cut;
};
var numericLimits = (typmod) => typmod < 4 ? void 0 : { precision: typmod - 4 >> 16 & 65535, scale: (typmod - 4 & 2047 ^ 1024) - 1024 };
var numericZero = (typmod) => {
  const scale = Math.max(0, numericLimits(typmod)?.scale ?? 0);
  const binary = Buffer.alloc(8);
  binary.writeUInt16BE(scale, 6);
  return { text: Buffer.from(scale === 0 ? "0" : `0.${"0".repeat(scale)}`), binary };
};
var bitZero = (typmod) => {
  const bits = typmod > 0 ? typmod : 1;
  const binary = Buffer.alloc(4 + Math.ceil(bits / 8));
  binary.writeInt32BE(bits, 0);
  return { text: Buffer.from("0".repeat(bits)), binary };
};

// src/masking/codec/scalars.ts
var sqlNull = { text: void 0, binary: void 0 };
var both = (text2) => ({ text: Buffer.from(text2), binary: Buffer.from(text2) });
var of = (text2, binary) => ({ text: Buffer.from(text2), binary });
var zeros = (text2, bytes) => of(text2, Buffer.alloc(bytes));
var hex = (text2, binary) => of(text2, Buffer.from(binary.replaceAll(" ", ""), "hex"));
var versioned = (text2) => of(text2, Buffer.from(`${text2}`));
var constant = (family, neutral) => ({ family, neutral: () => neutral });
var text = (limit, pad) => ({
  family: "text",
  neutral: (typmod) => both(redactedText(limit(typmod), pad))
});
var declaredLength = (typmod) => typmod >= 4 ? typmod - 4 : void 0;
var epochDays = "ffffd533";
var epochMicroseconds = "fffca2fec4c82000";
var oids = {
  bytea: 17,
  char: 18,
  name: 19,
  text: 25,
  box: 603,
  unknown: 705,
  numeric: 1700,
  bpchar: 1042,
  varchar: 1043,
  bool: 16,
  record: 2249,
  recordArray: 2287,
  anyArray: 2277
};
var plainText = text(() => void 0, false);
var oidAlias = (name) => constant("identifier", zeros(name, 4));
var textScalar = plainText;
var numericScalar = { family: "numeric", neutral: (typmod) => numericZero(typmod) };
var scalarsByOid = /* @__PURE__ */ new Map([
  [oids.bool, constant("bool", zeros("f", 1))],
  [oids.bytea, constant("bytea", hex("\\x", ""))],
  [oids.char, text(() => 1, false)],
  [oids.name, plainText],
  [20, constant("int8", zeros("0", 8))],
  [21, constant("int2", zeros("0", 2))],
  // An int2vector or oidvector of no elements cannot be read back in binary; one of a single 0 can.
  [22, constant("other", hex("0", "00000001 00000000 00000015 00000001 00000000 00000002 0000"))],
  [23, constant("int4", zeros("0", 4))],
  [24, oidAlias("-")],
  [oids.text, plainText],
  [26, constant("identifier", zeros("0", 4))],
  [27, constant("identifier", zeros("(0,0)", 6))],
  [28, constant("identifier", zeros("0", 4))],
  [29, constant("identifier", zeros("0", 4))],
  [30, constant("other", hex("0", "00000001 00000000 0000001a 00000001 00000000 00000004 00000000"))],
  [114, constant("json", both("{}"))],
  [142, constant("xml", both("<redacted/>"))],
  [600, constant("geometric", zeros("(0,0)", 16))],
  [601, constant("geometric", zeros("[(0,0),(0,0)]", 32))],
  [602, constant("geometric", hex("((0,0))", `01 00000001 ${"00".repeat(16)}`))],
  [oids.box, constant("geometric", zeros("(0,0),(0,0)", 32))],
  [604, constant("geometric", hex("((0,0))", `00000001 ${"00".repeat(16)}`))],
  [628, constant("geometric", hex("{0,-1,0}", `${"00".repeat(8)} bff0000000000000 ${"00".repeat(8)}`))],
  [650, constant("inet", hex("0.0.0.0/32", "02 20 01 04 00000000"))],
  [700, constant("float4", zeros("0", 4))],
  [701, constant("float8", zeros("0", 8))],
  [oids.unknown, plainText],
  [718, constant("geometric", zeros("<(0,0),0>", 24))],
  [774, constant("macaddr", zeros("00:00:00:00:00:00:00:00", 8))],
  [790, constant("money", zeros("$0.00", 8))],
  [829, constant("macaddr", zeros("00:00:00:00:00:00", 6))],
  [869, constant("inet", hex("0.0.0.0", "02 20 00 04 00000000"))],
  [oids.bpchar, text(declaredLength, true)],
  [oids.varchar, text(declaredLength, false)],
  [1082, constant("date", hex("1970-01-01", epochDays))],
  [1083, constant("time", zeros("00:00:00", 8))],
  [1114, constant("timestamp", hex("1970-01-01 00:00:00", epochMicroseconds))],
  [1184, constant("timestamptz", hex("1970-01-01 00:00:00+00", epochMicroseconds))],
  [1186, constant("interval", zeros("00:00:00", 16))],
  [1266, constant("timetz", zeros("00:00:00+00", 12))],
  [1560, { family: "bit", neutral: (typmod) => bitZero(typmod) }],
  [1562, constant("bit", zeros("", 4))],
  [oids.numeric, numericScalar],
  [1790, plainText],
  [2202, oidAlias("-")],
  [2203, oidAlias("0")],
  [2204, oidAlias("0")],
  [2205, oidAlias("-")],
  [2206, oidAlias("-")],
  [2275, plainText],
  [2278, constant("other", both(""))],
  [2950, constant("uuid", zeros("00000000-0000-0000-0000-000000000000", 16))],
  // A snapshot's xmin and xmax may not be 0.
  [2970, constant("other", hex("1:1:", "00000000 0000000000000001 0000000000000001"))],
  [3220, constant("identifier", zeros("0/0", 8))],
  [3614, constant("search", zeros("", 4))],
  // An empty tsquery cannot be read back in binary.
  [3615, constant("search", hex("'redacted'", `00000001 01 00 00 ${Buffer.from("redacted").toString("hex")} 00`))],
  [3734, oidAlias("-")],
  [3769, oidAlias("-")],
  [3802, constant("jsonb", versioned("{}"))],
  [4072, constant("other", versioned("$"))],
  [4089, oidAlias("-")],
  [4096, oidAlias("-")],
  [4191, oidAlias("-")],
  [5038, constant("other", hex("1:1:", "00000000 0000000000000001 0000000000000001"))],
  [5069, constant("identifier", zeros("0", 8))]
]);
var scalarsByInput = /* @__PURE__ */ new Map([
  ["citextin", plainText],
  ["hstore_in", constant("hstore", zeros("", 4))],
  ["ltree_in", constant("other", versioned(""))],
  ["lquery_in", constant("other", versioned("*"))],
  ["ltxtq_in", constant("other", versioned("redacted"))],
  ["cube_in", constant("other", hex("(0)", `80000001 ${"00".repeat(8)}`))]
]);
var rangeScalar = constant("range", hex("empty", "01"));
var multirangeScalar = constant("range", zeros("{}", 4));
var opaqueScalar = constant("opaque", sqlNull);
var enumScalar = (firstLabel) => constant("enum", firstLabel === void 0 ? sqlNull : both(firstLabel));

// src/masking/codec/resolve.ts
init_define_navigator();
var maxDepth = 16;
var textLimit = (oid, typmod) => {
  if (oid === oids.varchar || oid === oids.bpchar) return declaredLength(typmod);
  if (oid === oids.char) return 1;
  return oid === oids.name ? 63 : void 0;
};
var scalarType = (oid, typmod, scalar, foldsCase = false) => ({
  kind: "scalar",
  oid,
  typmod,
  scalar,
  limit: textLimit(oid, typmod),
  padded: oid === oids.bpchar && typmod >= 4,
  foldsCase
});
var textType = scalarType(oids.text, -1, textScalar);
var resolveType = (oid, typmod, facts, depth = 0) => {
  const builtIn = scalarsByOid.get(oid);
  if (builtIn !== void 0) return scalarType(oid, typmod, builtIn);
  if (oid === oids.record) return { kind: "row", fields: void 0 };
  if (oid === oids.recordArray)
    return { kind: "array", elementOid: oids.record, element: { kind: "row", fields: void 0 }, delimiter: 44 };
  if (oid === oids.anyArray) return { kind: "array", elementOid: oids.text, element: textType, delimiter: 44 };
  const fact = facts.type(oid);
  if (fact === void 0 || depth > maxDepth) return scalarType(oid, typmod, opaqueScalar);
  switch (fact.kind) {
    case "d":
      return resolveType(fact.base, fact.baseTypmod, facts, depth + 1);
    case "e":
      return scalarType(oid, -1, enumScalar(fact.firstLabel));
    case "r":
      return scalarType(oid, -1, rangeScalar);
    case "m":
      return scalarType(oid, -1, multirangeScalar);
    case "c": {
      const columns = facts.relation(fact.relation)?.columns;
      if (columns === void 0) return scalarType(oid, -1, opaqueScalar);
      const fields = columns.map((c) => ({ oid: c.type, type: resolveType(c.type, c.typmod, facts, depth + 1) }));
      return { kind: "row", fields };
    }
    case "b":
    case "p":
      break;
  }
  if (fact.element !== 0) {
    const element = resolveType(fact.element, typmod, facts, depth + 1);
    return { kind: "array", elementOid: fact.element, element, delimiter: fact.element === oids.box ? 59 : 44 };
  }
  const extension = scalarsByInput.get(fact.input);
  return extension === void 0 ? scalarType(oid, typmod, opaqueScalar) : scalarType(oid, typmod, extension, fact.input === "citextin");
};

export {
  redactedText,
  numericLimits,
  oids,
  numericScalar,
  scalarType,
  textType,
  resolveType
};
