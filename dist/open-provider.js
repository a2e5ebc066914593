import { P as lacking, Qt as ActionError, en as InputError, f as credentialAdvice } from "./start.js";
import { r as workOf } from "./work.js";
import { p as collectSooner } from "./data.js";
import { t as endOfToken } from "./credential.js";
import { v as warn } from "./main.js";
// src/stages/open-provider.ts
function lacksCredential({ connection }) {
	return connection.credential === void 0 && !connection.profile.embedded;
}
async function openProvider(world, verb) {
	const { connection, clock, signal, started, inputs, runner, record } = world;
	if (lacksCredential(world)) throw new InputError([{
		place: "api_key",
		message: credentialAdvice(connection)
	}]);
	const lack = verb === void 0 ? void 0 : lacking(connection.profile, verb);
	if (lack !== void 0) throw new ActionError(lack);
	await collectSooner();
	const provider = await world.connect();
	const { name, beforeUse, rehearsal } = connection.profile;
	record.note({
		kind: "provider",
		provider: {
			name,
			baseUrl: provider.baseUrl,
			beforeUse,
			rehearsal
		}
	});
	const deadline = started + inputs.timeout_minutes * 6e4;
	const end = endOfToken(connection.credential);
	if (end !== void 0 && end < deadline) {
		const minutes = Math.round((end - clock.now()) / 6e4);
		warn(world, `The token in api_key ${minutes <= 0 ? "has ended" : `ends in ${minutes} min`}, and timeout_minutes is ${inputs.timeout_minutes}. After that the job runs on, but cannot be looked at: take a key, or a fresh token in a later step with operation: wait.`);
	}
	return workOf({
		provider,
		clock,
		signal,
		deadline,
		say: (text) => runner.info(text),
		warn: (text) => warn(world, text)
	});
}
export { openProvider as n, lacksCredential as t };
