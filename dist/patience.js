export { t as patiently } from "./patience2.js";
