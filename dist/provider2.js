export { t as wireProvider } from "./provider.js";
