import { commandRule, forcePush } from './force-push.ts';

/** Rules that between them use every key of a deny entry. */
export const sampleRules = [
  forcePush,
  commandRule('no-skipped-hooks', { deny: [{ program: 'git', subcommand: 'commit', anyFlag: ['--no-verify', '-n'] }] }),
  commandRule('no-hard-reset', { deny: [{ program: 'git', subcommand: 'reset', anyFlag: ['--hard'] }] }),
  commandRule('no-new-remote', { deny: [{ program: 'git', subcommand: 'remote set-url' }] }),
  commandRule('no-rm-rf', {
    deny: [
      { program: 'rm', anyFlag: ['-rf'], anyArg: '^(/|~|\\.)' },
      { program: 'rm', anyFlag: ['--recursive'] },
    ],
  }),
  commandRule('no-publish', {
    deny: ['npm', 'pnpm', 'yarn', 'cargo'].map((program) => ({ program, subcommand: 'publish', unless: { anyFlag: ['--dry-run'] } })),
  }),
  commandRule('no-plain-http', { deny: [{ program: 'curl', anyArg: '^http://', unless: { anyArg: '^http://localhost\\b' } }] }),
  commandRule('no-destroy', {
    deny: [
      { program: 'terraform', subcommand: 'destroy' },
      { program: 'terraform', anyFlag: ['-auto-approve'] },
    ],
  }),
  commandRule('no-delete', {
    deny: [
      { program: 'kubectl', subcommand: 'delete' },
      { program: 'find', anyFlag: ['-delete'] },
    ],
  }),
  commandRule('no-deploy', { deny: [{ program: 'deployer', subcommand: 'up' }] }),
  commandRule('no-root', { deny: [{ program: 'sudo' }] }),
];
