import type { Priority } from './records/priority.ts';

/** The rules of `tackroom garden` with the priorities they have unless the settings say otherwise (decision 0022). */
export const gardenRules = {
  'dead-link': 'P2',
  'dead-anchor': 'P2',
  'missing-path': 'P2',
  'missing-symbol': 'P2',
  'missing-script': 'P2',
  'missing-command': 'P2',
  'superseded-cited': 'P2',
  contradiction: 'P2',
  orphan: 'P3',
  stale: 'P3',
  'missing-owner': 'P3',
  'long-hub': 'P3',
  'hub-steps': 'P3',
  'duplicate-bullet': 'P3',
  'plan-left-active': 'P3',
} as const satisfies Record<string, Priority>;

export type GardenRule = keyof typeof gardenRules;
