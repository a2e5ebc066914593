// src/api/method.ts
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function methodName(method) {
	return isMap(method) && typeof method.type === "string" ? method.type : "supervised";
}
function hyperparametersOf({ method, hyperparameters }) {
	const settings = isMap(method) ? method[methodName(method)] : void 0;
	return [isMap(settings) ? settings.hyperparameters : void 0, hyperparameters].find(isMap);
}
function baseOf(model) {
	return model.startsWith("ft:") ? model.split(":")[1] ?? model : model;
}
export { methodName as i, hyperparametersOf as n, isMap as r, baseOf as t };
