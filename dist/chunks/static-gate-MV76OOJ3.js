import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  basePolicy,
  baseTree,
  staticVerdict
} from "./chunk-HAWVABS3.js";
import "./chunk-KE3SZJDP.js";
import "./chunk-I6QLEIOM.js";
import "./chunk-NNRNLTQT.js";
import "./chunk-MBTDQPSH.js";
import "./chunk-W3MER5TP.js";
import "./chunk-JFJSKU6X.js";
import "./chunk-MZEGV6JM.js";
import "./chunk-TWH5CD4Y.js";
import "./chunk-2UVTUSMH.js";
import "./chunk-HAZFSKQP.js";
import "./chunk-JVRF5RXD.js";
import "./chunk-PGDVS5D5.js";
import "./chunk-QP4NTSU2.js";
import "./chunk-NSJZQ3HL.js";
import "./chunk-CFPUB4EI.js";
import "./chunk-2WGCOKAK.js";
import "./chunk-63ZTKBIB.js";
import "./chunk-RQ5K5TIX.js";
import "./chunk-M42OVON6.js";
import "./chunk-YZTDVOMD.js";
import "./chunk-UAFWGZZM.js";
import "./chunk-HUYNEIJX.js";
import "./chunk-L2BS4CPM.js";
export {
  basePolicy,
  baseTree,
  staticVerdict
};
