import type { Register } from './command.ts';

/** Every command in the order the help lists them, loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  init: async () => (await import('./commands/init.ts')).registerInit,
  uninstall: async () => (await import('./commands/uninstall.ts')).registerUninstall,
  doctor: async () => (await import('./commands/doctor.ts')).registerDoctor,
  check: async () => (await import('./commands/check.ts')).registerCheck,
  guardrail: async () => (await import('./commands/guardrail.ts')).registerGuardrail,
  ground: async () => (await import('./commands/ground.ts')).registerGround,
  garden: async () => (await import('./commands/garden.ts')).gardenCommand(Object.keys(commands)),
  explain: async () => (await import('./commands/explain.ts')).registerExplain,
  eval: async () => (await import('./commands/eval.ts')).registerEval,
  serve: async () => (await import('./commands/serve.ts')).registerServe,
  ask: async () => (await import('./commands/ask.ts')).registerAsk,
  answer: async () => (await import('./commands/answer.ts')).registerAnswer,
  mcp: async () => (await import('./commands/mcp.ts')).registerMcp,
  hook: async () => (await import('./commands/hook.ts')).registerHook,
  rehearse: async () => (await import('./commands/rehearse.ts')).registerRehearse,
};

/** What must be registered to answer a command line: the command it names, or all of them to help on. */
export function loadCommands(args: readonly string[]): Promise<Register[]> {
  const [name = ''] = args;
  const wanted = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands);
  return Promise.all(wanted.flatMap((load) => (load === undefined ? [] : [load()])));
}
