export { t as DEPLOYMENT_TERMS } from "./deployment-terms4.js";
