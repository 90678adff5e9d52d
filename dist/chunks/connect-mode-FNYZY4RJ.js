import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  connectMode,
  remoteConfig
} from "./chunk-X47AKHEA.js";
import "./chunk-VUVTAORJ.js";
import "./chunk-3IWNK4MX.js";
import "./chunk-4TOR3GNU.js";
import "./chunk-H3YYEFNN.js";
import "./chunk-MYP3UYNG.js";
import "./chunk-YNFQDN7G.js";
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
import "./chunk-2MS7WOTN.js";
import "./chunk-L2BS4CPM.js";
export {
  connectMode,
  remoteConfig
};
