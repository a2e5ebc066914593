export { i as unknownNames } from "./unknown-names2.js";
