export { t as DEPLOYMENT_TERMS } from "./deployment-terms2.js";
