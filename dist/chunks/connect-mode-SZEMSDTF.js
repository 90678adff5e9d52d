import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  connectMode,
  remoteConfig
} from "./chunk-JHTUR3WE.js";
import "./chunk-RPYF5HBJ.js";
import "./chunk-2AC6T25O.js";
import "./chunk-HT6QHG7Z.js";
import "./chunk-QXOMXCME.js";
import "./chunk-TE5SW4KO.js";
import "./chunk-4TIDE7AX.js";
import "./chunk-MD22CKJ6.js";
import "./chunk-AYCFBX33.js";
import "./chunk-NCSC6ZH6.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import "./chunk-G5DACBIO.js";
import "./chunk-ELP4KOE3.js";
import "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import "./chunk-AIKYVZQT.js";
export {
  connectMode,
  remoteConfig
};
