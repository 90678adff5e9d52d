import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// action/proxy-stop.ts
init_define_navigator();
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
var commandLine = (pid) => {
  if (process.platform === "linux") {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
    return state === "Z" || state === "X" ? "" : readFileSync(`/proc/${String(pid)}/cmdline`, "utf8");
  }
  const line = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  return line.startsWith("Z") ? "" : line;
};
var isProxy = (pid, directory) => {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return commandLine(pid).includes(directory);
  } catch {
    return false;
  }
};
var signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
};
var stopProxy = async (pid, directory, grace) => {
  if (!isProxy(pid, directory)) return "was-dead";
  signal(pid, "SIGTERM");
  const deadline = AbortSignal.timeout(grace);
  while (isProxy(pid, directory)) {
    if (deadline.aborted) {
      signal(pid, "SIGKILL");
      return "killed";
    }
    await sleep(10);
  }
  return "stopped";
};

export {
  stopProxy
};
