import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  connectMode,
  remoteConfig
} from "./chunk-RIB4UGKD.js";
import "./chunk-BUWZTOJX.js";
import "./chunk-B6ULETKU.js";
import "./chunk-3IWNK4MX.js";
import "./chunk-6NUIN5DZ.js";
import "./chunk-U2YLHNRO.js";
import "./chunk-4YRQUCFX.js";
import "./chunk-CFPUB4EI.js";
import "./chunk-QSEKKVLA.js";
import "./chunk-SWY735EZ.js";
import "./chunk-2WGCOKAK.js";
import "./chunk-63ZTKBIB.js";
import "./chunk-RQ5K5TIX.js";
import "./chunk-M42OVON6.js";
import "./chunk-YZTDVOMD.js";
import "./chunk-UAFWGZZM.js";
import "./chunk-HUYNEIJX.js";
import "./chunk-2MS7WOTN.js";
import "./chunk-L2BS4CPM.js";
export {
  connectMode,
  remoteConfig
};
