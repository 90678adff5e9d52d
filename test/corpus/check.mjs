#!/usr/bin/env node
// Runs leak and utility items through a proxy (--target) and judges what the client received. See README.md.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import YAML from 'yaml';
import { Conn, front, PgError } from './wire.mjs';
import { Dict, Sent, Scanner } from './scan.mjs';

const USAGE = `usage: node check.mjs --target HOST:PORT [options]
  --admin HOST:PORT         the server itself, for set-up and baselines (default: the target)
  --admin-user U --admin-password P   superuser there (postgres, pw)
  --db NAME                 scratch database, made anew (leakdb; NAME_tpl is made too)
  --leaks f,g  --utility f,g   item files, or none (default: the *.open.yml files of this folder)
  --only RE  --technique RE    only items with such an id, technique or group
  --user U --password P     one login for all items through the target
  --roles ro=U:P,owner=U:P  logins of the roles ro, owner, super, repl (app_ro:pw, ...)
  --sslmode disable|prefer|require   towards the target (disable)
  --list-failed             list failed items with the reason     -v  one line for each item
  --quiet                   no table                              --json FILE  all results
  --fail-on v,w             verdicts that make the exit code 1, in place of the failed items
  --no-setup                use the database as it is             --no-baseline  leak items: no comparison with direct
  --no-scan                 do not look for classified values     --fake  control: fill in other values, no value item may leak
  --per-step                leak items: steps and kinds of message that leaked, into --json
  --cols FILE               utility items: output columns that are classified columns`;
const FLAGS = ['list-failed', 'quiet', 'no-setup', 'no-baseline', 'no-scan', 'fake', 'per-step', 'v', 'help'];
const VALUES = [
  'target',
  'admin',
  'admin-user',
  'admin-password',
  'db',
  'leaks',
  'utility',
  'only',
  'technique',
  'user',
  'password',
  'roles',
  'sslmode',
  'json',
  'fail-on',
  'cols',
];
const usage = (why) => {
  console.error(why ? why + '\n' + USAGE : USAGE);
  process.exit(2);
};

const here = path.dirname(fileURLToPath(import.meta.url));
const argv = process.argv.slice(2);
const opt = {};
for (let i = 0; i < argv.length; i++) {
  const k = argv[i].replace(/^--?/, '');
  if (argv[i].startsWith('-') && FLAGS.includes(k)) opt[k] = true;
  else if (argv[i].startsWith('--') && VALUES.includes(k) && argv[i + 1] !== undefined) opt[k] = argv[++i];
  else usage('unknown or incomplete option ' + argv[i]);
}
if (opt.help || !opt.target) usage(opt.help ? '' : '--target is required');
const hostPort = (s) => {
  const m = s.match(/^(.*):(\d+)$/);
  if (!m) usage('HOST:PORT expected, got ' + s);
  return { host: m[1], port: +m[2] };
};
const target = hostPort(opt.target);
const admin = hostPort(opt.admin || opt.target);
const DB = opt.db || 'leakdb';
const TPL = DB + '_tpl';
if (!/^[a-z][a-z0-9_]*$/.test(DB)) usage('--db: small letters, digits and _ only');
const adminCred = { user: opt['admin-user'] || 'postgres', password: opt['admin-password'] ?? 'pw' };
const roles = { ro: ['app_ro', 'pw'], owner: ['app_owner', 'pw'], super: ['app_super', 'pw'], repl: ['app_repl', 'pw'] };
for (const r of (opt.roles || '').split(',').filter(Boolean)) {
  const [k, v] = r.split('=');
  const [u, ...p] = v.split(':');
  roles[k] = [u, p.join(':')];
}
const isDirect = target.host === admin.host && target.port === admin.port;
const doBaseline = !opt['no-baseline'];
const files = (s, names) => (s === undefined ? names.map((f) => path.join(here, f)) : s.split(',').filter((f) => f !== 'none'));
const leakFiles = files(opt.leaks, [
  'cases/leaks-value.open.yml',
  'cases/leaks-inference.open.yml',
  'cases/leaks-red-team-3.open.yml',
]);
const utilFiles = files(opt.utility, ['cases/utility.open.yml', 'cases/utility-clients.open.yml']);
const loadItems = (list) => list.flatMap((f) => YAML.parse(fs.readFileSync(f, 'utf8'), { maxAliasCount: -1 }).items);
const classification = () => YAML.parse(fs.readFileSync(path.join(here, 'classification.yml'), 'utf8'));
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const qid = (s) => '"' + s.replace(/"/g, '""') + '"';

// ------------------------------------------------------------------ database set-up (always direct)
let adm; // admin connection on DB
const post = async (sql) => {
  const c = await new Conn({ ...admin, ...adminCred, database: 'postgres', timeout: 120000 }).connect();
  try {
    for (const s of [].concat(sql)) await c.rows(s);
  } finally {
    c.end();
  }
};
const dbSettings = `ALTER DATABASE ${qid(DB)} SET search_path = "$user", public, extensions`;
async function connectAdmin() {
  adm = await new Conn({ ...admin, ...adminCred, database: DB, timeout: 60000 }).connect();
  await adm.rows('SET client_min_messages = warning');
}
let fakeNow = false;
// --fake: the schema with values that hold none of the sentinels
const fake = (t) =>
  t
    .replaceAll('md5(tag||', "md5('~'||tag||")
    .replaceAll("'bfhjkqvwxzqvxzjk'", "'ntn0t1n2t3ntn0t1'")
    .replaceAll("'жфщюэъчйцыжфщюэъ'", "'абвгдеиклмнопрст'")
    .replaceAll('+99955', '+44120')
    .replaceAll("'6399'", "'4111'")
    .replaceAll('ZQ99', 'GB11')
    .replace("SELECT '9'||lpad", "SELECT '1'||lpad")
    .replace("||'-7'||", "||'-2'||")
    .replaceAll('2001:db8:a', 'fd00:aaa:a')
    .replaceAll('5e5e7a71-', '1e1e1a11-')
    .replaceAll('5e:7a:71:', '1e:1a:11:')
    .replaceAll("'1911-", "'1981-")
    .replaceAll('7310000', '52000')
    .replaceAll('6210000', '8000')
    .replaceAll('621000000000', '800000')
    .replaceAll('5730000.5', '100.5')
    .replaceAll('7320000', '60000')
    .replaceAll('7330000', '70000')
    .replaceAll('7340000', '500')
    .replaceAll('7350000', '61000')
    .replaceAll('point(83 ', 'point(10 ')
    .replaceAll(', 47 +', ', 20 +');
async function setup() {
  await post([
    'DROP DATABASE IF EXISTS ' + qid(DB) + ' WITH (FORCE)',
    'DROP DATABASE IF EXISTS ' + qid(TPL) + ' WITH (FORCE)',
    `DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM (VALUES ('app_owner',''),('app_ro',''),('app_super','SUPERUSER'),('app_repl','REPLICATION')) v(n,o) LOOP
       IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r.n) THEN EXECUTE format('CREATE ROLE %I LOGIN PASSWORD ''pw'' %s', r.n, r.o); END IF; END LOOP; END $$`,
    `CREATE DATABASE ${qid(DB)} OWNER app_owner TEMPLATE template0 ENCODING 'UTF8'`,
  ]);
  const c = await new Conn({ ...admin, ...adminCred, database: DB, timeout: 120000 }).connect();
  const schema = fs.readFileSync(path.join(here, 'schema.sql'), 'utf8');
  const ms = await c.simple(fakeNow ? fake(schema) : schema);
  c.end();
  const e = ms.find((m) => m.t === 'E');
  if (e) throw new Error('schema.sql: ' + e.fields.M + ' ' + (e.fields.D || '') + ' ' + (e.fields.W || ''));
  await sleep(200);
  await post([`CREATE DATABASE ${qid(TPL)} TEMPLATE ${qid(DB)}`, dbSettings]);
}
async function reset() {
  adm?.end();
  await post([
    `DROP DATABASE IF EXISTS ${qid(DB)} WITH (FORCE)`,
    `CREATE DATABASE ${qid(DB)} TEMPLATE ${qid(TPL)} OWNER app_owner`,
    dbSettings,
  ]);
  await connectAdmin();
}
let fpSql, seqSql;
async function fingerprint() {
  if (!fpSql) {
    const tabs = await adm.rows(
      `SELECT format('%I.%I', n.nspname, c.relname) AS t FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE n.nspname IN ('public','hr','clinic','vault') AND c.relkind IN ('r','m') ORDER BY 1`,
    );
    const parts = tabs.map(
      ({ t }) => `SELECT '${t}' k, md5(coalesce(string_agg(x::text,'|' ORDER BY x::text),'')) v FROM ONLY ${t} x`,
    );
    const agg = (expr, order) => `md5(coalesce(string_agg(concat_ws(',', ${expr}), '|' ORDER BY ${order}), ''))`;
    const tmp = "(SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_t')";
    parts.push(
      `SELECT 'class', ${agg('n.nspname,c.relname,c.relkind,c.relowner,c.reloptions,c.relrowsecurity,c.relacl', 'n.nspname,c.relname')} FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname<>'information_schema'`,
    );
    parts.push(
      `SELECT 'att', ${agg('a.attrelid,a.attname,a.atttypid,a.attnotnull,a.attisdropped,a.attoptions', 'a.attrelid,a.attnum')} FROM pg_attribute a JOIN pg_class c ON c.oid=a.attrelid JOIN pg_namespace n ON n.oid=c.relnamespace WHERE n.nspname IN ('public','hr','clinic','vault')`,
    );
    parts.push(
      `SELECT 'proc', ${agg('oid,proname,md5(prosrc),proowner,proacl', 'oid')} FROM pg_proc WHERE oid>=16384 AND pronamespace NOT IN ${tmp}`,
    );
    for (const [k, s] of Object.entries({
      typ: `pg_type WHERE oid>=16384 AND typnamespace NOT IN ${tmp}`,
      con: `pg_constraint WHERE oid>=16384 AND connamespace NOT IN ${tmp}`,
      rew: 'pg_rewrite WHERE oid>=16384 AND ev_class NOT IN (SELECT oid FROM pg_class WHERE relnamespace IN ' + tmp + ')',
      trg: 'pg_trigger',
      pol: 'pg_policy',
      evt: 'pg_event_trigger',
      pub: 'pg_publication',
      srv: 'pg_foreign_server',
      ext: 'pg_extension',
      nsp: "pg_namespace WHERE nspname !~ '^pg_t'",
      stx: 'pg_statistic_ext',
      cast: 'pg_cast WHERE oid>=16384',
      oper: 'pg_operator WHERE oid>=16384',
      lom: 'pg_largeobject_metadata',
    }))
      parts.push(`SELECT '${k}', ${agg('oid', 'oid')} FROM ${s}`);
    parts.push(
      `SELECT 'desc', count(*)::text FROM pg_description WHERE objoid>=16384`,
      `SELECT 'um', ${agg('umuser,umoptions', 'umuser')} FROM pg_user_mapping`,
      `SELECT 'lo', ${agg("encode(data,'hex')", 'loid,pageno')} FROM pg_largeobject`,
      `SELECT 'set', ${agg('setdatabase=0,setrole,setconfig', 'setdatabase=0,setrole')} FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname=current_database())`,
      `SELECT 'slots', count(*)::text FROM pg_replication_slots WHERE database = current_database() OR starts_with(slot_name, '${DB}_')`,
      `SELECT 'xacts', count(*)::text FROM pg_prepared_xacts WHERE database = current_database()`,
      `SELECT 'roles', ${agg('rolname,rolsuper,rolreplication,rolconfig', 'rolname')} FROM pg_roles WHERE rolname IN ('app_ro','app_owner','app_super','app_repl') OR starts_with(rolname, '${DB}_')`,
      `SELECT 'origin', count(*)::text FROM pg_replication_origin WHERE starts_with(roname, '${DB}_')`,
      `SELECT 'stats', ${agg('tablename,attname', 'tablename,attname')} FROM pg_stats WHERE schemaname IN ('public','hr','clinic')`,
      `SELECT 'miss', ${agg('attrelid,attname', 'attrelid,attname')} FROM pg_attribute WHERE atthasmissing`,
    );
    fpSql = parts.join(' UNION ALL ');
  }
  return Object.fromEntries((await adm.rows(fpSql)).map((r) => [r.k, r.v]));
}
let seqs;
async function saveSeqs() {
  seqs = await adm.rows(
    `SELECT format('%I.%I', schemaname, sequencename) AS s, last_value AS v FROM pg_sequences WHERE schemaname IN ('public','hr','clinic') ORDER BY 1`,
  );
  for (const q of seqs) {
    const r = (await adm.rows(`SELECT last_value, is_called FROM ${q.s}`))[0];
    q.v = r.last_value;
    q.c = r.is_called;
  }
  seqSql = 'SELECT ' + seqs.map((q) => `setval('${q.s}', ${q.v}, ${q.c === 't'})`).join(', ');
}
const restoreSeqs = () => adm.rows(seqSql).catch(() => {});

// ------------------------------------------------------------------ dictionary of classified values
async function buildDict() {
  const d = new Dict();
  const cls = classification();
  for (const [k, c] of Object.entries(cls.columns)) {
    const [s, t, col] = k.split('.');
    if (t.startsWith('ft_')) continue;
    const ty = (
      await adm.rows(
        `SELECT format_type(atttypid,atttypmod) AS t FROM pg_attribute WHERE attrelid='${s}.${t}'::regclass AND attname='${col}'`,
      )
    )[0];
    if (!ty) throw new Error('classification: no column ' + k);
    for (const r of await adm.rows(`SELECT DISTINCT ${qid(col)}::text AS v FROM ${qid(s)}.${qid(t)}`)) {
      d.add(r.v, c);
      if (r.v && /^\\x/.test(r.v)) d.add(Buffer.from(r.v.slice(2), 'hex').toString('latin1'), c);
      if (r.v && (/\[\]$/.test(ty.t) || /json|hstore|contact_info|tsvector|xml/.test(ty.t)))
        for (const m of r.v.matchAll(/[\wЀ-ӿ@.+-]{5,}/g)) {
          d.addHashes(m[0]);
          d.addWhole(m[0]);
        }
      if (r.v && / /.test(r.v)) for (const w of r.v.split(/[ ,]+/)) if (w.length >= 6) d.addHashes(w, w.toLowerCase());
    }
  }
  for (const r of await adm.rows("SELECT DISTINCT encode(data,'escape') AS v FROM pg_largeobject")) d.add(r.v, 'medical');
  return d;
}

// ------------------------------------------------------------------ placeholders {{sql:...}} {{t.c#id}} {{port}} {{db}} {{ver}}
const phCache = new Map();
async function subst(x) {
  if (typeof x === 'string') {
    if (!x.includes('{{')) return x;
    let out = '';
    let last = 0;
    for (const m of x.matchAll(/\{\{(?!\{)([\s\S]+?)\}\}/g)) {
      out += x.slice(last, m.index) + (await ph(m[1]));
      last = m.index + m[0].length;
    }
    return out + x.slice(last);
  }
  if (Array.isArray(x)) {
    const o = [];
    for (const e of x) o.push(await subst(e));
    return o;
  }
  if (x && typeof x === 'object' && !Buffer.isBuffer(x)) {
    const o = {};
    for (const [k, v] of Object.entries(x)) o[k] = await subst(v);
    return o;
  }
  return x;
}
async function ph(k) {
  if (k === 'port') return String(admin.port);
  if (k === 'host') return admin.host;
  if (k === 'db') return DB;
  if (k === 'tmp') return '/tmp';
  let g;
  if ((g = k.match(/^repeat:([\s\S]+)\*(\d+)$/))) return g[1].repeat(+g[2]);
  if ((g = k.match(/^seq:(\d+)\.\.(\d+):([\s\S]+)$/)))
    return Array.from({ length: g[2] - g[1] + 1 }, (_, i) => g[3].replaceAll('#', String(+g[1] + i))).join(', ');
  if (phCache.has(k)) return phCache.get(k);
  let sql = k.startsWith('sql:') ? k.slice(4) : null;
  let m;
  if (!sql && (m = k.match(/^([\w.]+)\.(\w+)#(\d+)$/))) sql = `SELECT ${m[2]}::text FROM ${m[1]} WHERE id = ${m[3]}`;
  if (!sql) throw new Error('placeholder {{' + k + '}}');
  const r = (await adm.rows(sql))[0];
  const v = r ? Object.values(r)[0] : '';
  if (!/now\(|random|pid|lsn/.test(sql)) phCache.set(k, v);
  return v;
}

// ------------------------------------------------------------------ run the steps of one item on one endpoint
const typeOids = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  oid: 26,
  json: 114,
  float4: 700,
  float8: 701,
  int4a: 1007,
  texta: 1009,
  bpchar: 1042,
  varchar: 1043,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
  uuid: 2950,
  jsonb: 3802,
  point: 600,
  inet: 869,
  regclass: 2205,
  name: 19,
  char: 18,
  unknown: 705,
  int8a: 1016,
  uuida: 2951,
  numerica: 1231,
};
const tOid = async (t) =>
  typeof t === 'number' ? t : (typeOids[t] ?? +(await adm.rows(`SELECT '${t}'::regtype::oid AS o`))[0].o);
const toBuf = (p) =>
  p && typeof p === 'object' && !Buffer.isBuffer(p)
    ? 'hex' in p
      ? Buffer.from(p.hex, 'hex')
      : Buffer.from(JSON.stringify(p))
    : p;
const fmts = (f, n) => (f === undefined ? [] : f === 'bin' ? [1] : f === 'text' ? [0] : [].concat(f));

async function runItem(item, ep, { keepVictims } = {}) {
  const conns = {};
  const events = [];
  let fatal;
  const cred = (role) => {
    if (opt.user && !isDirectRun) return { user: opt.user, password: opt.password ?? '' };
    const [u, p] = roles[role];
    return { user: u, password: p };
  };
  const isDirectRun = ep === admin && ep !== target;
  const open = async (name, o = {}) => {
    const c = new Conn({
      ...ep,
      ...cred(o.role || item.role || 'ro'),
      database: o.database === undefined ? DB : o.database,
      params: { ...(item.params || {}), ...(o.params || {}) },
      sslmode: isDirectRun ? 'disable' : opt.sslmode || 'disable',
      label: name,
      timeout: item.timeout || 20000,
    });
    conns[name] = c;
    try {
      await c.connect();
    } catch (e) {
      if (e instanceof PgError) {
        const m = { t: 'E', fields: e.fields, body: Buffer.alloc(0), conn: name };
        events.push(m);
        c.failed = true;
      } else throw e;
    }
    return c;
  };
  const victims = [];
  try {
    for (const s of item.setup || []) await adm.rows(await subst(s));
    for (const v of item.victims || []) {
      const vc = typeof v === 'object' ? { user: roles[v.role][0], password: roles[v.role][1] } : adminCred;
      const c = await new Conn({ ...admin, ...vc, database: DB, params: { application_name: 'victim' } }).connect();
      victims.push(c);
      await c.simple(await subst(typeof v === 'object' ? v.q : v));
    }
    await open('A', { role: item.role, params: item.params, database: item.database });
    let step = 0;
    for (const raw of item.steps || []) {
      const st = await subst(raw);
      const s = typeof st === 'string' ? { q: st } : st;
      const c = s.open ? null : conns[s.on || 'A'];
      if (s.data !== undefined) s.data = [].concat(s.data).map(toBuf);
      if (c?.failed) {
        step++;
        continue;
      }
      let ms = [];
      if (s.open) {
        await open(s.open, s);
      } else if (s.close) {
        conns[s.close].end();
      } else if (s.q !== undefined) ms = await c.simple(s.q, s);
      else if (s.qhex) {
        c.send(front.query(Buffer.from(s.qhex.replace(/\s/g, ''), 'hex')));
        ms = await c.until(1, s);
      } else if (s.qbytes) {
        c.send(
          front.query(Buffer.concat(s.qbytes.map((p) => (typeof p === 'string' ? Buffer.from(p) : Buffer.from(p.hex, 'hex'))))),
        );
        ms = await c.until(1, s);
      } else if (s.x !== undefined) {
        const types = [];
        for (const t of s.t || []) types.push(await tOid(t));
        const n = s.stmt || '',
          po = s.portal || '';
        const params = (s.p || []).map(toBuf);
        const b = [
          front.parse(n, s.x, types),
          ...(s.describe === 'none' ? [] : [front.describe('S', n)]),
          front.bind(po, n, params, fmts(s.pf), fmts(s.r)),
          ...(s.describe === 'portal' || s.describe === 'both' ? [front.describe('P', po)] : []),
          front.execute(po, s.max || 0),
        ];
        if (s.max && s.resume) for (let i = 0; i < s.resume; i++) b.push(front.execute(po, s.max));
        b.push(front.sync());
        c.send(...b);
        ms = await c.until(1, { ...s, sync: s.data !== undefined });
      } else if (s.raw) {
        const b = [];
        let z = 0;
        for (const r of s.raw) {
          if (r === 'sync') {
            b.push(front.sync());
            z++;
          } else if (r === 'flush') b.push(front.flush());
          else if (r.parse) {
            const t = [];
            for (const x of r.parse.t || []) t.push(await tOid(x));
            b.push(front.parse(r.parse.name || '', r.parse.sql, t));
          } else if (r.bind)
            b.push(
              front.bind(r.bind.portal || '', r.bind.stmt || '', (r.bind.p || []).map(toBuf), fmts(r.bind.pf), fmts(r.bind.r)),
            );
          else if (r.describe) b.push(front.describe(r.describe[0], r.describe.slice(2)));
          else if (r.execute) b.push(front.execute(r.execute.portal || '', r.execute.max || 0));
          else if (r.close) b.push(front.close(r.close[0], r.close.slice(2)));
          else if (r.query !== undefined) {
            b.push(front.query(r.query));
            z++;
          } else throw new Error('raw ' + JSON.stringify(r));
        }
        c.send(...b);
        if (s.noread) {
          /* read later */
        } else ms = await c.until(s.z || z, s);
      } else if (s.read) ms = await c.until(s.read, s);
      else if (s.fcall) {
        const oid = +(await adm.rows(`SELECT '${s.fcall}'::regprocedure::oid AS o`))[0].o;
        const args = (s.args || []).map((a) =>
          a && a.i4 !== undefined
            ? (() => {
                const b = Buffer.alloc(4);
                b.writeInt32BE(a.i4);
                return b;
              })()
            : toBuf(a),
        );
        c.send(front.fcall(oid, args, s.af || [0], s.rf || 0));
        ms = await c.until(1);
      } else if (s.wait) {
        await sleep(s.wait);
        if (s.poke !== false && !c.closed) ms = await c.simple('');
      } else if (s.stream) {
        c.send(front.query(s.stream));
        const end = Date.now() + (s.ms || 800);
        while (Date.now() < end) {
          const m = await c.next(Math.max(1, end - Date.now()));
          if (!m) break;
          ms.push(m);
          if (m.t === 'Z' || m.t === 'E') break;
        }
      } else if (s.cancel) {
        c.send(front.query(s.cancel));
        await sleep(s.after || 150);
        await c.cancel();
        ms = await c.until(1);
      } else if (s.admin) {
        await adm.rows(s.admin);
      } else throw new Error('step ' + JSON.stringify(s));
      for (const m of ms) {
        m.step = step;
        m.conn = s.on || 'A';
        events.push(m);
      }
      if (s.drop_copy) {
        /* marker */
      }
      if (c?.closed) break;
      step++;
    }
  } catch (e) {
    fatal = e;
  }
  return {
    conns,
    events,
    fatal,
    victims,
    finish: async () => {
      for (const c of Object.values(conns)) if (!c.failed) c.end();
      for (const v of victims) v.end();
      for (const s of item.teardown || []) {
        try {
          await adm.rows(await subst(s));
        } catch (e) {
          if (opt.v) console.error(item.id, 'teardown', e.message);
        }
      }
    },
  };
}

// ------------------------------------------------------------------ inference attacks
async function runAttack(item, run) {
  const a = item.attack;
  const c = run.conns.A;
  const errs = [];
  let queries = 0;
  if (!c || c.failed) return { got: '', want: null, ok: false, errs, queries };
  const want = Object.values((await adm.rows(await subst(a.target)))[0])[0];
  const tpl = await subst(a.probe);
  const pre = a.before ? await subst(a.before) : null;
  const post_ = a.after ? await subst(a.after) : null;
  const ask = async (vars) => {
    const fill = (t) => t.replace(/\{(\w+)\}/g, (m, k) => (k in vars ? String(vars[k]) : m));
    let ms = [];
    if (pre) await c.simple(fill(pre));
    const t0 = process.hrtime.bigint();
    for (const q of [].concat(tpl)) {
      queries++;
      const r = a.ext
        ? (c.send(
            front.parse('', fill(q), []),
            front.describe('S', ''),
            front.bind(
              '',
              '',
              (a.params || []).map((x) => fill(String(x))),
              [],
              [],
            ),
            front.execute('', 0),
            front.sync(),
          ),
          await c.until(1))
        : await c.simple(fill(q));
      ms.push(...r);
    }
    const dt = Number(process.hrtime.bigint() - t0) / 1e6;
    if (post_) await c.simple(fill(post_));
    for (const m of ms) m.conn = 'A';
    const e = ms.find((m) => m.t === 'E');
    const o = a.oracle || {};
    if (e && !(o.error && o.error.test?.(e.fields.C)) && !(o.errors || []).includes(e.fields.C))
      errs.push({ code: e.fields.C, message: e.fields.M });
    const rows = ms.filter((m) => m.t === 'D');
    const f = rows[0]?.vals?.[o.col || 0];
    const v = f == null ? null : f.toString();
    const tag = ms.find((m) => m.t === 'C')?.tag;
    const text = () =>
      ms
        .map((m) =>
          m.t === 'D'
            ? m.vals.map((x) => x?.toString() ?? '').join('|')
            : m.t === 'E' || m.t === 'N'
              ? Object.values(m.fields).join('|')
              : m.t === 'C'
                ? m.tag
                : m.t === 'A'
                  ? m.payload
                  : '',
        )
        .join('\n');
    switch (o.type || 'true') {
      case 'true':
        return v === 't' || v === 'true' || (v !== null && v !== 'f' && v !== '0' && v !== '' && v !== 'false');
      case 'rows':
        return rows.length > 0;
      case 'rowcount':
        return rows.length;
      case 'error':
        return !!e && (o.errors || []).includes(e.fields.C);
      case 'noerror':
        return !e;
      case 'time':
        return dt > o.ms;
      case 'equals':
        return v === String(o.value);
      case 'value':
        return v;
      case 'number':
        return v === null ? NaN : Number(v);
      case 'tag':
        return new RegExp(o.re).test(tag || '');
      case 'match':
        return new RegExp(o.re).test(text());
      case 'capture': {
        const m = text().match(new RegExp(o.re));
        return m ? m[1] : null;
      }
      default:
        throw new Error('oracle ' + o.type);
    }
  };
  let got = '';
  const n = a.n || 6;
  const dead = () => errs.length > 3 || c.closed;
  if (a.type === 'bits') {
    // {i} position, {c}: is code > c ?
    for (let i = 1; i <= n && !dead(); i++) {
      let lo = a.lo ?? 32,
        hi = a.hi ?? 126;
      while (lo < hi && !dead()) {
        const mid = (lo + hi) >> 1;
        if (await ask({ i, c: mid, ch: String.fromCharCode(mid) })) lo = mid + 1;
        else hi = mid;
      }
      got += String.fromCharCode(lo);
    }
  } else if (a.type === 'prefix') {
    // {prefix}: does the value start with it / is it >= ? ; linear over an alphabet
    const al = a.alphabet || 'zqbfhjkvwx';
    for (let i = 0; i < n && !dead(); i++) {
      let found = null;
      for (const ch of al) {
        if (await ask({ prefix: got + ch, ch, i: i + 1 })) {
          found = ch;
          break;
        }
        if (dead()) break;
      }
      if (found === null) break;
      got += found;
    }
  } else if (a.type === 'above') {
    // binary search over a sorted alphabet: {guess} string; oracle true when value >= guess
    const al = [...(a.alphabet || '@bfhjkqvwxz')].sort();
    for (let i = 0; i < n && !dead(); i++) {
      let lo = 0,
        hi = al.length - 1;
      while (lo < hi && !dead()) {
        const mid = (lo + hi + 1) >> 1;
        if (await ask({ guess: got + al[mid] })) lo = mid;
        else hi = mid - 1;
      }
      got += al[lo];
    }
  } else if (a.type === 'number') {
    // {c}: is number > c ?
    let lo = a.lo,
      hi = a.hi;
    while (lo < hi && !dead()) {
      const mid = Math.floor((lo + hi) / 2);
      if (await ask({ c: mid })) lo = mid + 1;
      else hi = mid;
    }
    got = String(lo);
  } else if (a.type === 'date') {
    let lo = 0,
      hi = 3287;
    const base = Date.UTC(1911, 0, 1);
    const f = (k) => new Date(base + k * 864e5).toISOString().slice(0, 10);
    while (lo < hi && !dead()) {
      const mid = (lo + hi) >> 1;
      if (await ask({ c: f(mid) })) lo = mid + 1;
      else hi = mid;
    }
    got = f(lo);
  } else if (a.type === 'codes') {
    for (let i = 1; i <= n && !dead(); i++) {
      const v = await ask({ i });
      if (v === null || Number.isNaN(v)) break;
      got += a.map
        ? (a.map.find((p) => p[0] === String(v))?.[1] ?? '?')
        : String.fromCharCode((Number(v) - (a.offset || 0)) / (a.mul || 1));
    }
  } else if (a.type === 'char') {
    for (let i = 1; i <= n && !dead(); i++) {
      const v = await ask({ i });
      if (v === null) break;
      got += v;
    }
  } else if (a.type === 'value') {
    const v = await ask({});
    got = v === null ? '' : String(v);
  } else if (a.type === 'guess') {
    const gs = [];
    for (const g of a.guesses) gs.push(await subst(g));
    for (let i = 0; i < gs.length && !dead(); i++)
      if (await ask({ i, guess: gs[i] })) {
        got = gs[i];
        break;
      }
  } else if (a.type === 'listguess') {
    const gs = [];
    for (const g of a.guesses) gs.push(await subst(g));
    const v = await ask({
      values: gs.map((g, i) => `(${i},'${g.replace(/'/g, "''")}')`).join(','),
      list: gs.map((g) => `'${g}'`).join(','),
    });
    got = v === null || v === false ? '' : (gs[Number(v)] ?? '');
  } else throw new Error('attack type ' + a.type);
  let ok;
  const w = want ?? '';
  if (a.compare === 'number') ok = Math.abs(Number(got) - Number(w)) <= (a.tolerance ?? 1) && got !== '';
  else if (a.compare === 'exact') ok = got === w;
  else ok = got.length >= Math.min(5, n) && (a.ci ? w.toLowerCase().startsWith(got.toLowerCase()) : w.startsWith(got));
  return { got, want: ok ? w.slice(0, 60) : undefined, ok, errs, queries };
}

// ------------------------------------------------------------------ comparing runs
const canon = (events, item) => {
  const norm = (s) => {
    for (const [re, to] of item.normalize || []) s = s.replace(new RegExp(re, 'g'), to);
    return s;
  };
  const main = [],
    async_ = [];
  let cols = null;
  const perConnCols = {};
  for (const m of events) {
    cols = perConnCols[m.conn];
    if (m.t === 'T') {
      perConnCols[m.conn] = m.cols;
      main.push({ k: 'T', conn: m.conn, cols: m.cols.map((c) => ({ ...c, name: norm(c.name) })) });
    } else if (m.t === 'D')
      main.push({
        k: 'D',
        conn: m.conn,
        step: m.step,
        cols,
        vals: m.vals.map((v) => (v === null ? null : norm(v.toString('latin1')))),
      });
    else if (m.t === 'E' || m.t === 'N') {
      const f = { ...m.fields };
      delete f.F;
      delete f.L;
      delete f.R;
      main.push({ k: m.t, conn: m.conn, v: norm(JSON.stringify(f)), code: m.fields.C, msg: m.fields.M });
    } else if (m.t === 'A') async_.push(`A ${m.channel} ${norm(m.payload)}`);
    else if (m.t === 'S') async_.push(`S ${m.name}=${norm(m.value)}`);
    else if (m.t === 'C') main.push({ k: 'C', conn: m.conn, v: norm(m.tag) });
    else if (m.t === 'd') main.push({ k: 'd', conn: m.conn, v: norm(m.body.toString('latin1')) });
    else if (m.t === 'Z') main.push({ k: 'Z', conn: m.conn, v: m.status });
    else if (m.t === '!') main.push({ k: '!', conn: m.conn, v: m.why });
    else if (m.t === 'R' || m.t === 'K') continue;
    else main.push({ k: m.t, conn: m.conn, v: m.body ? m.body.toString('latin1') : '' });
  }
  // one run of CopyData messages per line boundary may be cut differently: join consecutive ones
  const joined = [];
  for (const e of main) {
    const p = joined[joined.length - 1];
    if (e.k === 'd' && p?.k === 'd') p.v += e.v;
    else joined.push(e);
  }
  if (item.unordered) {
    /* row order not fixed by the statement */ const D = joined
      .filter((e) => e.k === 'D')
      .sort((a, b) => (JSON.stringify(a.vals) < JSON.stringify(b.vals) ? -1 : 1));
    let i = 0;
    for (let j = 0; j < joined.length; j++) if (joined[j].k === 'D') joined[j] = D[i++];
  }
  return { main: joined, async: async_.sort() };
};
// a JSON document in which only the members matching one of the patterns are classified. Pattern: 'email' = a member of this
// name (or array index) anywhere; 'a.*.2' = exactly this path from the root. Everything else, with key order, must be equal.
function cmpJson(a, b, pats) {
  const r = { n: 0, changed: 0, same: 0 };
  if (a === null || b === null) {
    if (a !== b) r.diff = `${a} -> ${b}`;
    return r;
  }
  const dec = (s) => JSON.parse(Buffer.from(s[0] === '\x01' ? s.slice(1) : s, 'latin1').toString('utf8'));
  let x, y;
  try {
    x = dec(a);
    y = dec(b);
  } catch (e) {
    r.diff = 'not JSON: ' + String(b).slice(0, 60);
    return r;
  }
  const ps = pats.map((p) => p.split('.'));
  const hit = (path) =>
    ps.some((p) =>
      p.length === 1 ? p[0] === path[path.length - 1] : p.length === path.length && p.every((e, i) => e === '*' || e === path[i]),
    );
  const walk = (u, v, path) => {
    if (r.diff) return;
    if (path.length && hit(path)) {
      r.n++;
      if (JSON.stringify(u) !== JSON.stringify(v)) r.changed++;
      else if (u !== null && u !== '') r.same++;
      return;
    }
    if (u && v && typeof u === 'object' && typeof v === 'object' && Array.isArray(u) === Array.isArray(v)) {
      const ku = Object.keys(u),
        kv = Object.keys(v);
      if (ku.join('\0') !== kv.join('\0')) {
        r.diff = `${path.join('.')}: members ${ku} -> ${kv}`;
        return;
      }
      for (const k of ku) walk(u[k], v[k], [...path, k]);
      return;
    }
    if (!Object.is(u, v)) r.diff = `${path.join('.')}: ${JSON.stringify(u)} -> ${JSON.stringify(v)}`;
  };
  walk(x, y, []);
  return r;
}
function compare(item, base, got) {
  // treatment per output column: pass | mask | policy | volatile
  const tr = item.columns || {};
  const def = item.default || 'pass';
  const treat = (c, i) => tr[c?.name] ?? tr['#' + (i + 1)] ?? def;
  const errB = base.main.filter((m) => m.k === 'E'),
    errG = got.main.filter((m) => m.k === 'E');
  const newErr = errG.filter((e) => !errB.some((b) => b.code === e.code));
  const dead = got.main.find((m) => m.k === '!');
  if (newErr.length) return { verdict: 'blocked', errors: newErr.map((e) => ({ code: e.code, message: e.msg })) };
  if (dead && !base.main.some((m) => m.k === '!'))
    return { verdict: 'blocked', errors: [{ code: dead.v, message: 'connection ' + dead.v }] };
  if (base.main.length !== got.main.length)
    return {
      verdict: 'differs',
      diff: `message count ${base.main.length} -> ${got.main.length}: ${base.main
        .map((m) => m.k)
        .join('')
        .slice(0, 60)} / ${got.main
        .map((m) => m.k)
        .join('')
        .slice(0, 60)}`,
    };
  let changed = 0,
    unmasked = 0,
    policy = 0,
    maskCells = 0;
  const meta = [];
  for (let i = 0; i < base.main.length; i++) {
    const a = base.main[i],
      b = got.main[i];
    if (a.k !== b.k) return { verdict: 'differs', diff: `message ${i}: ${a.k} -> ${b.k}` };
    if (a.k === 'T') {
      if (a.cols.length !== b.cols.length) return { verdict: 'differs', diff: 'column count' };
      for (let j = 0; j < a.cols.length; j++) {
        const x = a.cols[j],
          y = b.cols[j];
        if (x.name !== y.name || x.type !== y.type || x.fmt !== y.fmt)
          return { verdict: 'differs', diff: `column ${j} ${JSON.stringify(x)} -> ${JSON.stringify(y)}` };
        if (x.table !== y.table || x.att !== y.att || x.mod !== y.mod || x.size !== y.size)
          meta.push(`column ${x.name}: table/att/mod/size`);
      }
    } else if (a.k === 'D') {
      if (a.vals.length !== b.vals.length) return { verdict: 'differs', diff: 'row width' };
      for (let j = 0; j < a.vals.length; j++) {
        const t = treat(a.cols?.[j], j);
        const same = a.vals[j] === b.vals[j];
        if (t === 'volatile') continue;
        if (t === 'policy') {
          if (!same) policy++;
          continue;
        }
        if (t.startsWith('json:')) {
          const r = cmpJson(a.vals[j], b.vals[j], t.slice(5).split(','));
          if (r.diff) return { verdict: 'differs', diff: `json column ${a.cols?.[j]?.name ?? j}: ${r.diff}` };
          maskCells += r.n;
          changed += r.changed;
          unmasked += r.same;
          continue;
        }
        if (t === 'mask') {
          maskCells++;
          if (!same) changed++;
          else if (a.vals[j] !== null && a.vals[j] !== '' && a.vals[j] !== '{}') unmasked++;
          continue;
        }
        if (!same)
          return {
            verdict: 'differs',
            diff: `row column ${a.cols?.[j]?.name ?? j}: ${String(a.vals[j]).slice(0, 80)} -> ${String(b.vals[j]).slice(0, 80)}`,
          };
      }
    } else if (a.v !== b.v) {
      if (def === 'policy' || (def === 'mask' && a.k === 'd')) {
        policy++;
        if (a.k === 'd') changed++;
      } else return { verdict: 'differs', diff: `${a.k}: ${String(a.v).slice(0, 120)} -> ${String(b.v).slice(0, 120)}` };
    }
  }
  if (JSON.stringify(base.async) !== JSON.stringify(got.async))
    return { verdict: 'differs', diff: `async: ${base.async.join(';').slice(0, 100)} -> ${got.async.join(';').slice(0, 100)}` };
  return {
    verdict: changed ? 'masked' : policy ? 'policy-changed' : 'identical',
    changed,
    unmasked,
    policy,
    maskCells,
    meta: meta.length ? [...new Set(meta)].slice(0, 4) : undefined,
  };
}

// ------------------------------------------------------------------ where a value came out (--cols, --per-step)
let clsAtt; // "table oid.column number" -> classified column
async function classifiedColumns() {
  if (clsAtt) return clsAtt;
  clsAtt = new Map();
  for (const k of Object.keys(classification().columns)) {
    const [s, t, c] = k.split('.');
    const sql = `SELECT attrelid, attnum FROM pg_attribute WHERE attrelid='${s}.${t}'::regclass AND attname='${c}'`;
    const r = (await adm.rows(sql))[0];
    if (r) clsAtt.set(r.attrelid + '.' + r.attnum, k);
  }
  return clsAtt;
}
// --cols f.json: which output columns come straight from a classified column (help for writing `columns:`)
const colNotes = {};
async function noteCols(item, events) {
  const known = await classifiedColumns();
  const n = { classified: {}, computed: [], steps: [] };
  for (const c of events.flatMap((m) => (m.t === 'T' ? m.cols : []))) {
    const k = known.get(c.table + '.' + c.att);
    if (k) n.classified[c.name] = k;
    else if (!c.table) n.computed.push(c.name);
  }
  colNotes[item.id] = n;
}
// --per-step: the steps of an item that leaked, and through which kind of message
const CHANNELS = {
  E: 'error',
  N: 'notice',
  A: 'notification',
  S: 'parameter-status',
  d: 'copy-data',
  T: 'column-name',
  V: 'function-result',
};
async function perStep(item, run) {
  const known = await classifiedColumns();
  const sent = new Sent(Object.values(run.conns).flatMap((c) => c.sent));
  const leaks = (msgs, label) => {
    const sc = new Scanner(dict, sent, item.extra || {});
    sc.messages(msgs, label);
    return sc.hits.length > 0;
  };
  const channels = new Set();
  const cols = {};
  for (const m of run.events) {
    if (m.t === 'T') cols[m.conn] = m.cols;
    if (m.t !== 'D') {
      if (leaks([m])) channels.add(CHANNELS[m.t] || m.t);
      continue;
    }
    m.vals.forEach((v, j) => {
      const c = cols[m.conn]?.[j];
      const T = { t: 'T', cols: [{ name: 'c', fmt: c?.fmt || 0 }] };
      if (v === null || !leaks([T, { t: 'D', vals: [v], body: v }])) return;
      if (!c) channels.add('row-undescribed');
      else if (known.has(c.table + '.' + c.att)) channels.add('row-classified-column');
      else channels.add(c.table ? 'row-other-column' : 'row-expression');
    });
  }
  const n = (item.steps || []).length;
  const hit = (k) =>
    leaks(
      run.events.filter((m) => m.step === k),
      'A',
    );
  return { channels: [...channels], steps_hit: Array.from({ length: n }, (_, k) => k).filter(hit), n_steps: n };
}

// ------------------------------------------------------------------ before, between and after the items
const t0 = Date.now();
let dict, fp0, ver;
async function begin() {
  if (!opt['no-setup']) {
    await cleanupCluster();
    await setup();
  }
  await connectAdmin();
  ver = Math.floor(+(await adm.rows('SHOW server_version_num'))[0].server_version_num / 10000);
  dict = await buildDict();
  if (opt.fake) {
    // the same schema, filled with values that are not the classified ones: nothing may be found
    adm.end();
    fakeNow = true;
    phCache.clear();
    await setup();
    await connectAdmin();
  }
  await saveSeqs();
  fp0 = await fingerprint();
}
const dirty = [];
async function settle(item) {
  await restoreSeqs();
  await sleep(0);
  if (item.readonly) return;
  let fp;
  for (let k = 0; k < 20; k++) {
    try {
      fp = await fingerprint();
    } catch (e) {
      fp = { err: e.message };
      if (adm.closed) await connectAdmin().catch(() => {});
    }
    if (JSON.stringify(fp) === JSON.stringify(fp0)) return;
    await sleep(25);
  }
  const ch = Object.keys({ ...fp, ...fp0 }).filter((k) => fp[k] !== fp0[k]);
  dirty.push({ id: item.id, changed: ch });
  await cleanupCluster();
  await reset();
  await saveSeqs();
  fp0 = await fingerprint();
}
// drops what an item left behind outside of its database: only slots, origins and prepared transactions of this run
async function cleanupCluster() {
  for (const s of [
    `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots
      WHERE NOT active AND (database = '${DB}' OR starts_with(slot_name, '${DB}_'))`,
    `SELECT pg_replication_origin_drop(roname) FROM pg_replication_origin WHERE starts_with(roname, '${DB}_')`,
  ]) {
    try {
      await post(s);
    } catch {
      /* best effort */
    }
  }
  try {
    const c = await new Conn({ ...admin, ...adminCred, database: DB }).connect();
    for (const r of await c.rows('SELECT gid FROM pg_prepared_xacts WHERE database = current_database()')) {
      await c.rows(`ROLLBACK PREPARED '${r.gid.replace(/'/g, "''")}'`);
    }
    c.end();
  } catch {
    /* the database may not exist yet */
  }
}
const scanRun = (item, run) => {
  if (item.scan_off === 'all' || opt['no-scan']) return { hits: [] }; // huge results without any table behind them
  const sent = new Sent(Object.values(run.conns).flatMap((c) => c.sent));
  const sc = new Scanner(dict, sent, item.extra || {});
  for (const [name, c] of Object.entries(run.conns)) {
    const evs = run.events.filter((e) => e.conn === name);
    const known = new Set(evs);
    const more = c.msgs.filter((m) => !known.has(m) && m.t !== 'R');
    const startup = (c.startup || []).filter((m) => m.t === 'S' || m.t === 'N' || m.t === 'E');
    sc.messages([...startup, ...evs, ...more], name);
  }
  return sc;
};
async function alive(run) {
  const c = run.conns.A;
  if (!c || c.failed || c.closed) return false;
  if (c.tx && c.tx !== 'I') return c.tx === 'E' ? 'failed-tx' : 'in-tx';
  const m = await c.simple('SELECT 1');
  return m.some((x) => x.t === 'D');
}
const applies = (it) =>
  (!it.min_pg || ver >= it.min_pg) &&
  (!it.max_pg || ver <= it.max_pg) &&
  (!opt.only || new RegExp(opt.only).test(it.id)) &&
  (!opt.technique || new RegExp(opt.technique).test(it.technique || it.group));

// ------------------------------------------------------------------ one leak item
async function judgeLeak(item0) {
  const item = { ...item0, extra: {} };
  for (const k of ['leak_regex', 'decoder']) if (item[k]) item.extra[k] = item[k];
  const rec = { id: item.id, technique: item.technique, kind: item.kind, role: item.role, title: item.title };
  try {
    if (item.needle_sql && !opt.fake) {
      item.extra.needles = [];
      item.extra.needles_min = item.needles_min;
      for (const s of [].concat(item.needle_sql)) {
        for (const r of await adm.rows(await subst(s))) item.extra.needles.push(...Object.values(r));
      }
    }
    let base;
    if (doBaseline && !isDirect && item.kind !== 'inference') {
      const r = await runItem(item, admin);
      base = canon(r.events, item);
      await r.finish();
      await settle(item);
    }
    const run = await runItem(item, target);
    const at = item.attack && !run.fatal ? await runAttack(item, run) : null;
    const hits = scanRun(item, run).hits;
    if (opt['per-step']) Object.assign(rec, await perStep(item, run));
    rec.alive = run.fatal ? undefined : await alive(run).catch(() => false);
    await run.finish();
    await settle(item);
    Object.assign(rec, (item.kind === 'inference' ? verdictInference : verdictDirect)(item, { run, at, hits, base }));
  } catch (e) {
    rec.verdict = 'error';
    rec.error = String(e.stack || e);
    try {
      await settle(item);
    } catch {
      await reset();
    }
  }
  return rec;
}
const errorsOf = (run) =>
  run.events.filter((m) => m.t === 'E').map((m) => ({ code: m.fields.C, message: m.fields.M, step: m.step }));
const isClosed = (run) => run.events.some((m) => m.t === '!');
const fatalVerdict = (run) => ({ verdict: 'error', error: String(run.fatal.message || run.fatal) });

function verdictInference(item, { run, at, hits }) {
  if (at?.ok) return { verdict: 'leaked', hits: [{ kind: 'inferred', sample: at.got }], queries: at.queries };
  if (hits.length && item.attack?.direct_ok !== false && !item.scan_off) return { verdict: 'leaked', hits: hits.slice(0, 3) };
  if (run.fatal) return fatalVerdict(run);
  const errors = [...errorsOf(run), ...(at?.errs || [])];
  if (!errors.length && !isClosed(run)) return { verdict: 'masked', got: at?.got };
  return { verdict: 'blocked', errors: errors.slice(0, 3), got: at?.got, closed: isClosed(run) || undefined };
}
function verdictDirect(item, { run, hits, base }) {
  if (hits.length) return { verdict: 'leaked', hits: hits.slice(0, 4) };
  if (run.fatal) return fatalVerdict(run);
  const errors = errorsOf(run).slice(0, 3);
  if (isClosed(run)) return { verdict: 'blocked', closed: true, errors };
  if (!base) return errors.length ? { verdict: 'blocked', errors } : { verdict: 'masked' };
  const cmp = compare({ ...item, default: 'policy' }, base, canon(run.events, item));
  if (cmp.verdict === 'blocked') return { verdict: 'blocked', errors: cmp.errors.slice(0, 3) };
  return { verdict: cmp.verdict === 'identical' ? 'identical-no-leak' : 'masked' };
}

// ------------------------------------------------------------------ one utility item
async function judgeUtility(item) {
  const rec = { id: item.id, group: item.group, role: item.role, title: item.title, treatment: item.default || 'pass' };
  try {
    const r1 = await runItem(item, admin);
    const base = canon(r1.events, item);
    if (opt.cols) await noteCols(item, r1.events);
    const berr = r1.events.find((m) => m.t === 'E');
    await r1.finish();
    await settle(item);
    const r2 = await runItem(item, target);
    const got = canon(r2.events, item);
    const hits = scanRun(item, r2).hits;
    await r2.finish();
    await settle(item);
    const fatal = r1.fatal || r2.fatal;
    if (fatal) return Object.assign(rec, { verdict: 'error', error: String(fatal.stack) });
    Object.assign(rec, compare(item, base, got));
    if (berr && !item.expect_error) rec.baseline_error = berr.fields.C + ' ' + berr.fields.M;
    const treatments = [rec.treatment, ...Object.values(item.columns || {})].map(String);
    const wantsMask = treatments.some((v) => v === 'mask' || v.startsWith('json:'));
    if (hits.length) {
      rec.classified_seen = hits.slice(0, 3);
      rec.classified_expected = wantsMask || treatments.includes('policy');
    }
    if (wantsMask && rec.verdict === 'identical' && rec.maskCells) rec.note = 'identical (unmasked)';
    if (wantsMask && rec.verdict === 'masked' && (rec.unmasked || hits.length)) rec.note = 'incompletely masked';
  } catch (e) {
    rec.verdict = 'error';
    rec.error = String(e.stack || e);
    try {
      await settle(item);
    } catch {
      await reset();
    }
  }
  return rec;
}

// ------------------------------------------------------------------ report
const unexpected = (r) => r.classified_seen && !r.classified_expected;
const short = (s, n) => String(s).replace(/\s+/g, ' ').slice(0, n);
function reason(r) {
  const why = [];
  if (r.diff) why.push(short(r.diff, 240));
  if (r.hits?.[0]) why.push(`[${r.hits[0].kind} ${r.hits[0].sample}]`);
  if (r.baseline_error) why.push('BASE-ERR ' + r.baseline_error);
  if (unexpected(r)) why.push('CLASSIFIED ' + JSON.stringify(r.classified_seen[0]));
  if (r.errors?.[0]) why.push(`{${r.errors[0].code} ${short(r.errors[0].message, 90)}}`);
  if (r.got !== undefined) why.push('got=' + r.got);
  if (r.error) why.push(r.error);
  return why.join('  ');
}
const line = (r) => `${r.verdict.padEnd(9)} ${r.id.padEnd(16)} ${r.title.slice(0, 70)}  ${reason(r)}`.trimEnd();

// leak items: the value must not come out. Utility items: only what the item allows may change or be refused.
const failed = (r) => {
  if (r.kind) return r.verdict === 'leaked' || r.verdict === 'error';
  if (r.verdict === 'blocked') return r.treatment !== 'policy';
  return r.verdict === 'differs' || r.verdict === 'error';
};
const counts = (list) => {
  const t = { n: list.length };
  for (const r of list) t[r.verdict] = (t[r.verdict] || 0) + 1;
  return t;
};
const countsBy = (list, key) => {
  const t = {};
  for (const r of list) (t[r[key] || '?'] ??= []).push(r);
  return Object.fromEntries(Object.entries(t).map(([k, l]) => [k, counts(l)]));
};
const showCounts = ({ n, ...verdicts }) => {
  const parts = Object.entries(verdicts).map(([v, k]) => `${v} ${k}`);
  return parts.join(', ');
};
function report(out) {
  out.totals = {
    leaks: countsBy(out.leaks, 'technique'),
    leaks_all: counts(out.leaks),
    utility: countsBy(out.utility, 'group'),
    utility_all: counts(out.utility),
  };
  const took = ((Date.now() - t0) / 1000).toFixed(1);
  console.log(`\nPostgreSQL ${ver}, target ${opt.target}${isDirect ? ' (direct)' : ''}, ${took} s`);
  for (const k of ['leaks', 'utility']) {
    const all = out.totals[k + '_all'];
    if (!all.n) continue;
    console.log(`${k}: ${all.n} items: ${showCounts(all)}`);
    if (opt.quiet) continue;
    for (const [t, v] of Object.entries(out.totals[k])) {
      console.log(`  ${t.padEnd(28)} ${String(v.n).padStart(4)}  ${showCounts(v)}`);
    }
  }
  const uni = out.utility.filter(unexpected).length;
  if (uni) console.log(`utility items in which an unexpected classified value was seen: ${uni}`);
  if (dirty.length) console.log('state had to be restored after: ' + dirty.map((d) => `${d.id}(${d.changed})`).join(' '));
  if (opt.cols) fs.writeFileSync(opt.cols, JSON.stringify(colNotes, null, 1));
  if (opt.json) fs.writeFileSync(opt.json, JSON.stringify(out, null, 1));
}

async function main() {
  const leakItems = loadItems(leakFiles);
  const utilItems = loadItems(utilFiles);
  await begin();
  const out = {
    target: opt.target,
    admin: `${admin.host}:${admin.port}`,
    pg: ver,
    direct: isDirect,
    leaks: [],
    utility: [],
    dirty,
  };
  for (const item of leakItems.filter(applies)) {
    const rec = await judgeLeak(item);
    out.leaks.push(rec);
    if (opt.v || rec.verdict === 'error') console.log(line(rec));
  }
  for (const item of utilItems.filter(applies)) {
    const rec = await judgeUtility(item);
    out.utility.push(rec);
    const odd = rec.verdict === 'error' || rec.baseline_error || unexpected(rec) || (isDirect && rec.verdict !== 'identical');
    if (opt.v || odd) console.log(line(rec));
  }
  report(out);
  adm.end();
  const all = [...out.leaks, ...out.utility];
  const bad = all.filter(failed);
  if (opt['list-failed']) for (const r of bad) console.log(`${r.id}: ${r.verdict}  ${short(reason(r), 160)}`.trimEnd());
  console.log(`${all.length - bad.length} passed, ${bad.length} failed`);
  const stop = opt['fail-on'] ? all.filter((r) => opt['fail-on'].split(',').includes(r.verdict)) : bad;
  process.exit(stop.length ? 1 : 0);
}
main().catch((e) => {
  console.error(e);
  process.exit(2);
});
