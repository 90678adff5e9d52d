import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  basePolicy,
  baseTree,
  staticVerdict
} from "./chunk-Y57CS4SJ.js";
import "./chunk-EMWAFOP6.js";
import "./chunk-7FQIYKVX.js";
import "./chunk-567EG5KQ.js";
import "./chunk-5GJPSET3.js";
import "./chunk-H3FPTZAV.js";
import "./chunk-2UVTUSMH.js";
import "./chunk-HN5VD473.js";
import "./chunk-W3MER5TP.js";
import "./chunk-57YG26K7.js";
import "./chunk-4UOLCI25.js";
import "./chunk-JVRF5RXD.js";
import "./chunk-PGDVS5D5.js";
import "./chunk-QP4NTSU2.js";
import "./chunk-NSJZQ3HL.js";
import "./chunk-3X2UMIYW.js";
import "./chunk-EJPF7GZK.js";
import "./chunk-2WGCOKAK.js";
import "./chunk-IIWOLGGV.js";
import "./chunk-RQ5K5TIX.js";
import "./chunk-M42OVON6.js";
import "./chunk-32WECA5J.js";
import "./chunk-J6NDIWQI.js";
import "./chunk-UAFWGZZM.js";
import "./chunk-HUYNEIJX.js";
import "./chunk-L2BS4CPM.js";
export {
  basePolicy,
  baseTree,
  staticVerdict
};
