import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReadOnly } from '#guardrails/is-read-only.ts';

const readOnly = `
ls -la
cat a b
cd src && ls
pwd; echo hi; true
rg -n "foo" src | head -20
grep -rn foo . | wc -l
sed -n '1,80p' src/welcome.ts
sed -n 5p x
sed -e 's/a/b/g' x
sed -nE '/foo/p; $d' x
find . -name '*.ts' -not -path './node_modules/*'
find src -type f | sort | uniq -c
find . -name x | xargs grep foo
awk '{print $1}' x
awk -F: 'NR==1' x
jq .name package.json
git status --short
git -C dir status
git diff HEAD~1 -- src
git log --oneline -5 && git show HEAD
git branch
git branch -a
git branch --show-current
git rev-parse --show-toplevel
git remote -v
git stash list
git config --get user.name
git worktree list
ls 2>/dev/null
ls > /dev/null 2>&1
echo "$HOME"
test -f x && echo yes || echo no
[ -d x ]
[[ -f x && a == b ]]
if [ -f x ]; then cat x; fi
for f in a b; do cat "$f"; done
while read -r l; do echo "$l"; done < x
bash -lc 'ls && git status'
sh -c "cat x"
timeout 5 cat x
env A=b printenv A
command -v node
cat <<< x
cat <(ls)
diff <(ls a) <(ls b)
X=$(git rev-parse HEAD); echo $X
f() { ls; }; f
# nothing
`;
const writes = `
touch x
rm x
echo a > x
echo a >> x
echo a >| x
echo a &> x
echo a >& x
cat <> x
ls 2> errors
> x
{ ls; } > x
(ls) > x
if true; then ls; fi > x
f() { ls; }; f > x
bash -c 'ls' > x
ls | tee x
ls; npm test
node -e 1
make
python x.py
./x.sh
bash x.sh
bash -c "$X"
eval "$X"
$X
"$X" a
sed -i s/a/b/ x
sed -n -i p x
sed -ni p x
sed --in-place s/a/b/ x
sed 's/a/b/w out' x
sed 'w out' x
sed '1e touch x' x
sed -f script x
sed $ARGS x
awk '{print > "x"}' y
awk 'BEGIN { system("touch x") }'
awk -f script x
awk -i inplace 1 x
find . -delete
find . -exec touch {} +
find . -fprint x
find . $ARGS
sort -o x x
sort -uo x x
sort $ARGS x
uniq a b
tree -o x
less -o x y
date -s now
git checkout x
git add .
git commit -m x
git stash
git stash pop
git branch x
git branch -D x
git tag v1
git config user.name x
git remote add a b
git worktree add x
git diff --output=x
git diff --output x
git -c core.fsmonitor=x status
git $X
git -c alias.s='!touch x' s
git rebase -x ls main
xargs rm
find . | xargs sed -i s/a/b/
echo $(touch x)
cat <(touch x)
tmux new -d 'ls -l'
script -c ls
parallel ls ::: a
ssh host ls
echo 'ls' > x.sh; sh x.sh
echo "a
`;

const linesOf = (table: string) => table.trim().split('\n');

test('a line is read only where each of its commands is', () => {
  assert.deepEqual(
    linesOf(readOnly).filter((line) => !isReadOnly(line)),
    [],
  );
});

test('any doubt makes a line one that writes', () => {
  assert.deepEqual(linesOf(writes).filter(isReadOnly), []);
});
