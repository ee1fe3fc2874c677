import { hookAgents } from '#kernel/records/hook.ts';
import { agentAdapterContract } from '../contracts/agent-adapter.ts';

for (const agent of hookAgents) agentAdapterContract(agent);
