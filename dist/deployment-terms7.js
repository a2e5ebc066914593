export { t as DEPLOYMENT_TERMS } from "./deployment-terms8.js";
