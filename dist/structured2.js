export { t as parseStructured } from "./structured.js";
