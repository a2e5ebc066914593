/** Makes a process believe that it starts on another day. Preloaded by `node --import`; DAY is `YYYY-MM-DD`. */
const real = Date.now;
const begun = real();
const day = Date.parse(`${process.env.DAY}T12:00:00Z`);

Date.now = () => day + (real() - begun);
