import { expect, test } from '@jest/globals';
import { InFlight } from '../src/in-flight.ts';

const yes = async () => 'yes';
const no = () => Promise.reject(new Error('too many'));
const always = () => true;

test('begins with few, grows when all goes well, halves when the server limits, and keeps between one and the most', async () => {
  const gate = new InFlight(6, 4);
  expect(gate.limit).toBe(4);
  for (let answers = 0; answers < 20; answers += 1) await gate.run(yes, always);
  expect(gate.limit).toBe(6);
  await expect(gate.run(no, always)).rejects.toThrow('too many');
  expect(gate.limit).toBe(3);
  for (let times = 0; times < 5; times += 1) await gate.run(no, always).catch(() => undefined);
  expect([gate.limit, new InFlight(2, 4).limit, new InFlight(3).limit]).toEqual([1, 2, 3]);
});

test('what was sent together and fails together is one reason for fewer', async () => {
  const gate = new InFlight(8);
  await Promise.allSettled(Array.from({ length: 8 }, () => gate.run(no, always)));
  expect(gate.limit).toBe(4);
});

test('a failure that is no limit changes nothing', async () => {
  const gate = new InFlight(8);
  await gate.run(no, () => false).catch(() => undefined);
  expect([gate.limit, gate.flying]).toEqual([8, 0]);
});

test('never lets more calls out than it may, and lets all of them out', async () => {
  const gate = new InFlight(3);
  let most = 0;
  let done = 0;
  const call = async () => {
    most = Math.max(most, gate.flying);
    await new Promise((resolve) => setImmediate(resolve));
    done += 1;
    if (done % 5 === 0) throw new Error('too many');
  };
  await Promise.allSettled(Array.from({ length: 40 }, () => gate.run(call, always)));
  expect([most, gate.flying, done]).toEqual([3, 0, 40]);
});
