/** How often a property is tried: as often as asked, and in the fast loop of jest.unit.js a twentieth of that. */
export const runs = (count: number) => (process.env.FAST_LOOP === 'true' ? Math.ceil(count / 20) : count);
