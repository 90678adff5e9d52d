import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  liveVerdict
} from "./chunk-QKHBQBPE.js";
import "./chunk-NEX4ZP4U.js";
import "./chunk-YGJAAYSF.js";
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
import "./chunk-2VCOYOLM.js";
import "./chunk-BRH2XC46.js";
import "./chunk-PJUCC2CV.js";
import "./chunk-WF5BBFAO.js";
import "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import "./chunk-5LNJKYM5.js";
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
  liveVerdict
};
