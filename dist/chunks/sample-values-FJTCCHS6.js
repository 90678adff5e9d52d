import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  sampleDatabase
} from "./chunk-2VCOYOLM.js";
import "./chunk-BRH2XC46.js";
import "./chunk-PJUCC2CV.js";
import "./chunk-WF5BBFAO.js";
import "./chunk-ZNT54NS5.js";
import "./chunk-5BUFJLRN.js";
import "./chunk-5LNJKYM5.js";
import "./chunk-YM7ACMYJ.js";
import "./chunk-5BZJKHHS.js";
import "./chunk-YKELLRG3.js";
import "./chunk-45VCJYBB.js";
import "./chunk-AIKYVZQT.js";
export {
  sampleDatabase
};
