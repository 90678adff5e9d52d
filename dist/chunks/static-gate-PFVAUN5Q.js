import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  basePolicy,
  baseTree,
  staticVerdict
} from "./chunk-BKFMGO6Q.js";
import "./chunk-FRPWFHM4.js";
import "./chunk-AIMGHOTB.js";
import "./chunk-YESDZTAX.js";
import "./chunk-742OKAFA.js";
import "./chunk-XCX6QNRN.js";
import "./chunk-6V7RBW6P.js";
import "./chunk-7QMD2IBT.js";
import "./chunk-7ICE2OYI.js";
import "./chunk-QGR7FV53.js";
import "./chunk-OKLFN3DZ.js";
import "./chunk-BZPNL3EV.js";
import "./chunk-OMUHGYEW.js";
import "./chunk-WF5BBFAO.js";
import "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import "./chunk-5LNJKYM5.js";
import "./chunk-7E2PMM4C.js";
import "./chunk-4TIDE7AX.js";
import "./chunk-NCSC6ZH6.js";
import "./chunk-VDEXSPJ2.js";
import "./chunk-IVPIFDTZ.js";
import "./chunk-TUBAPXYN.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import "./chunk-G5DACBIO.js";
import "./chunk-ELP4KOE3.js";
import "./chunk-YKELLRG3.js";
import "./chunk-AIKYVZQT.js";
export {
  basePolicy,
  baseTree,
  staticVerdict
};
