import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { parseInput } from '../../src/cli/parse.ts';
import { instructions, parseDockerfile } from './dockerfile.ts';

const at = (name: string): URL => new URL(`../../docs/deploy/${name}`, import.meta.url);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const dockerfile = parseDockerfile(readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8'));
const image = 'ghcr.io/pgveil/pgveil:v1';
const imageUser = Number(instructions(dockerfile, 'USER').at(-1)?.text.split(':')[0]);

/** The words after the entrypoint, as the command line understands them. Throws for what it does not. */
const served = async ([name = '', ...words]: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
  const command = await commands.find((entry) => entry.name === name)?.load();
  if (command === undefined) throw new Error(`no command ${name}`);
  const input = parseInput(name, command, words);
  return input === 'help' ? {} : input.options;
};

test("the image's own command is one that the command line takes", async () => {
  expect(await served(instructions(dockerfile, 'CMD')[0]?.exec ?? [])).toMatchObject({ locked: true, audit: '/audit' });
});

test('compose: no rights, nothing writable but the audit, reached from loopback', async () => {
  const { services } = parse(read('compose.yml')) as {
    services: { pgveil: Record<string, unknown> & { command: string[]; volumes: string[]; ports: string[] } };
  };
  const { pgveil } = services;
  expect(pgveil).toMatchObject({
    image,
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    stop_grace_period: '30s',
  });
  const options = await served(pgveil.command);
  expect(Number(options['drain'])).toBeLessThan(30);
  expect(pgveil.volumes.filter((volume) => !volume.endsWith(':ro'))).toEqual([`audit:${String(options['audit'])}`]);
  expect(pgveil.ports).toEqual(['127.0.0.1:6432:6432']);
});

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Container {
  readonly image: string;
  readonly args: string[];
  readonly ports: { name: string; containerPort: number }[];
  readonly lifecycle: { preStop: { sleep: { seconds: number } } };
  readonly securityContext: object;
  readonly volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  readonly startupProbe: Probe;
  readonly readinessProbe: Probe;
  readonly livenessProbe: Probe;
}

describe('Kubernetes', () => {
  const documents = parseAllDocuments(read('kubernetes.yml')).map(
    (document) => document.toJS() as { kind: string; spec: Record<string, unknown> },
  );
  const spec = (kind: string): Record<string, unknown> => documents.find((document) => document.kind === kind)?.spec ?? {};
  const pod = (
    spec('Deployment')['template'] as {
      spec: {
        containers: Container[];
        terminationGracePeriodSeconds: number;
        securityContext: object;
        volumes: { name: string }[];
        automountServiceAccountToken: boolean;
      };
    }
  ).spec;
  const container = pod.containers[0] as Container;

  test('the command line takes its arguments, and stopping fits into the grace period', async () => {
    const options = await served(container.args);
    expect(options).toMatchObject({ policy: '/etc/pgveil/pgveil.yml', audit: '/audit', locked: false });
    expect(Number(options['drain']) + container.lifecycle.preStop.sleep.seconds).toBeLessThan(pod.terminationGracePeriodSeconds);
    for (const option of ['listen', 'control'] as const) {
      expect(container.ports.map(({ containerPort }) => `0.0.0.0:${String(containerPort)}`)).toContain(options[option]);
    }
  });

  test('it has no rights, and writes to the audit alone', () => {
    expect(container.image).toBe(image);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: imageUser,
      fsGroup: imageUser,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(container.volumeMounts.filter(({ readOnly }) => readOnly !== true).map(({ mountPath }) => mountPath)).toEqual([
      '/audit',
    ]);
    expect(container.volumeMounts.map(({ name }) => name)).toEqual(pod.volumes.map(({ name }) => name));
  });

  test('alive is not ready: a draining pod gets no clients and is not killed', () => {
    expect([container.startupProbe, container.readinessProbe, container.livenessProbe].map(({ httpGet }) => httpGet)).toEqual([
      { path: '/readyz', port: 'control' },
      { path: '/readyz', port: 'control' },
      { path: '/healthz', port: 'control' },
    ]);
  });

  test('the control port is reached by nobody but the kubelet', () => {
    const ports = (list: unknown): unknown[] =>
      (list as { ports: { port?: number; targetPort?: string }[] }[]).flatMap((rule) => rule.ports);
    expect(ports(spec('NetworkPolicy')['ingress'])).toEqual([{ protocol: 'TCP', port: 6432 }]);
    expect(spec('NetworkPolicy')['policyTypes']).toEqual(['Ingress', 'Egress']);
    expect(ports([spec('Service')])).toEqual([{ name: 'postgres', port: 5432, targetPort: 'postgres' }]);
  });
});
