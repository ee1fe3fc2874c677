/** Options before the subcommand that take the next word: letters and `--long` names, separated by blanks. */
export const globalValued: Record<string, string> = {
  aws: '--profile --region --output --endpoint-url --query --color --ca-bundle',
  cargo: 'C Z --config --color',
  docker: 'H c l --host --context --config --log-level --tlscacert --tlscert --tlskey',
  gcloud: '--project --account --configuration --format --verbosity --filter --impersonate-service-account',
  gh: 'R --repo --hostname',
  git: 'C c --git-dir --work-tree --namespace --super-prefix --config-env --attr-source',
  helm: 'n --namespace --kube-context --kubeconfig',
  kubectl: 'n s --namespace --context --cluster --user --kubeconfig --server --token --as --as-group',
  npm: 'w C --prefix --workspace --registry --userconfig --cache --loglevel --tag --otp',
  pnpm: 'C F --dir --filter --registry --tag --otp',
  terraform: '',
  tofu: '',
  yarn: '--cwd --registry --tag --otp',
};

/** The same for options after a subcommand, and for programs without one. */
export const ownValued: Record<string, string> = {
  'git branch': 'u --set-upstream-to --format --sort --points-at',
  'git checkout': 'b B --conflict --pathspec-from-file',
  'git cherry-pick': 'm s X --mainline --strategy --strategy-option',
  'git clean': 'e --exclude',
  'git commit':
    'm F C c t --message --file --author --date --template --reuse-message --reedit-message --fixup --squash --trailer --cleanup --pathspec-from-file',
  'git log': 'n G S L --author --grep --since --until --format',
  'git merge': 'm F s X --message --file --strategy --strategy-option --into-name',
  'git notes': 'm F C c',
  'git push': 'o --push-option --repo --receive-pack --exec',
  'git rebase': 'x s X C --exec --strategy --strategy-option --onto',
  'git reset': '--pathspec-from-file',
  'git revert': 'm s X --mainline --strategy --strategy-option',
  'git stash': 'm --message',
  'git switch': 'c C --create --force-create',
  'git tag': 'm F u --message --file --local-user --format --sort',
  'git worktree': 'b B --reason',
  'gh pr':
    't b B H F a l m r --title --body --base --head --body-file --assignee --label --milestone --reviewer --subject --match-head-commit',
  // Headers are what one may want to know of: they count as arguments.
  curl: 'X d o u A b c e F K m T x y z --request --data --output --user --user-agent --url',
};
