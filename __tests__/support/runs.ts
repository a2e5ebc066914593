/** How often a property is tried, or how large a text is: as asked, and in the fast loop of jest.unit.js a twentieth of that. */
export const runs = (count: number) => (process.env.FAST_LOOP === 'true' ? Math.ceil(count / 20) : count);
