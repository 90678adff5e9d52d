/** What a process has used, as Linux counts it (proc(5)). */
import { readFileSync } from 'node:fs';

/** Fields of /proc/PID/stat behind the command's name, which may hold anything. */
const stat = (pid: number): readonly string[] => {
  const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Seconds of CPU time, user and system; the clock ticks a hundred times a second. */
export const cpuSeconds = (pid: number): number => {
  const fields = stat(pid);
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/** Resident memory in MiB. */
export const residentMiB = (pid: number): number => {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
};
