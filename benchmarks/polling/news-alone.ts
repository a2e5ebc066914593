/**
 * The peer: news make the looks more frequent and quiet makes them rarer, and every look reads the events. It
 * is what this project did before it listened to what a job says.
 */
import type { Polling } from '../../src/job/polling.ts';

export const newsAlone: Polling = ({ news, waited }, pace) => {
  if (news === 'status') return { seconds: pace.from, events: true };
  if (news === 'events') return { seconds: Math.max(pace.from, waited / 2), events: true };
  return { seconds: Math.min(pace.to, waited * 1.5), events: true };
};
