export { r as parseTextMap } from "./structured.js";
