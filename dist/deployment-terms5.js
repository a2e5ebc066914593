export { t as DEPLOYMENT_TERMS } from "./deployment-terms6.js";
