import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { questionSchema } from '#kernel/records/question.ts';
import { questionListSchema } from '#kernel/records/question-list.ts';
import { type SampleRepository, sampleRepository } from './sample-repository.ts';

describe('cli/ask', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository({});
  });
  afterEach(() => repository.remove());

  const ask = async (...args: string[]): Promise<string> => {
    const ran = await repository.tackroom(['ask', ...args, '--format', 'json']);
    assert.deepEqual([ran.code, ran.stderr], [0, '']);
    return questionSchema.parse(JSON.parse(ran.stdout)).id;
  };
  const show = async (id: string) =>
    questionSchema.parse(JSON.parse((await repository.tackroom(['answer', id, '--format', 'json'])).stdout));
  const list = async () => questionListSchema.parse(JSON.parse((await repository.tackroom(['answer', '--format', 'json'])).stdout));
  const refused = async (...args: string[]): Promise<string> => {
    const ran = await repository.tackroom(args);
    assert.deepEqual([ran.code, ran.stdout], [2, ''], `${args.join(' ')}\n${ran.stdout}${ran.stderr}`);
    return ran.stderr;
  };
  const signals = () => {
    const state = path.join(repository.root, '.git/state/tackroom');
    const files = fs.existsSync(state) ? fs.readdirSync(state, { recursive: true, encoding: 'utf8' }) : [];
    const text = files.filter((name) => name.endsWith('.jsonl')).map((name) => fs.readFileSync(path.join(state, name), 'utf8'));
    return text
      .join('\n')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  };

  it('a question is listed, answered by a person, and its ticket has the answer', async () => {
    const env = { CLAUDECODE: '1', CLAUDE_CODE_SESSION_ID: 's-1', AI_AGENT: 'claude-code_2', TACKROOM_RUN: 'r-9' };
    const asked = await repository.tackroom(['ask', 'Which database?', '--context', 'Orders grow.', '--format', 'json'], { env });
    const question = questionSchema.parse(JSON.parse(asked.stdout));
    assert.deepEqual(question.from, { agent: 'claude', session: 's-1', run: 'r-9', worktree: repository.root, branch: 'main' });
    const listed = await repository.tackroom(['answer']);
    assert.match(listed.stdout, new RegExp(`^1 question, oldest first:\n${question.id}  \\d s +Which database\\?  \\(claude on main\\)`));
    assert.match((await repository.tackroom(['ask', '--ticket', question.id])).stdout, /waits for a person/);
    assert.equal((await repository.tackroom(['ask', '--ticket', question.id])).code, 1);
    repository.git('config', 'user.name', 'Ada');
    assert.equal((await repository.tackroom(['answer', question.id, 'Postgres,', 'please'])).code, 0);
    const ticket = await repository.tackroom(['ask', '--ticket', question.id.toUpperCase()]);
    assert.deepEqual([ticket.code, ticket.stdout], [0, `Postgres, please\n(Answer to ${question.id}, by Ada.)\n`]);
    assert.deepEqual((await list()).questions, []);
    const [signal, ...others] = signals();
    assert.deepEqual(others, []);
    assert.deepEqual([signal.type, signal.kind, signal.agent, signal.amends], ['signal', 'answer', 'claude', false]);
    assert.deepEqual(signal.answer, { text: 'Postgres, please', by: 'Ada', at: (await show(question.id)).answer?.at });
    const { askedAt, id } = question;
    const about = { agent: 'claude', session: 's-1', run: 'r-9', worktree: repository.root, branch: 'main' };
    assert.deepEqual(signal.question, { id, text: 'Which database?', options: [], askedAt, ...about });
  });

  it('lists the oldest first, and the age of each', async () => {
    const ids = [await ask('First?'), await ask('Second?'), await ask('Third?')];
    assert.deepEqual(
      (await list()).questions.map(({ id }) => id),
      ids,
    );
  });

  it('an answer is one of the options, unless it is said to be none', async () => {
    const id = await ask('Which?', '--option', 'Tabs', '--option', 'Spaces');
    assert.match(await refused('answer', id, 'both'), /has no option "both"\.\nIts options: 1 "Tabs", 2 "Spaces"\..*--other/);
    assert.match(await refused('answer', id, '--option', '3'), /has no option 3\./);
    assert.match(await refused('answer', id, ' '), /The answer is empty\.\nChoose one: 1 "Tabs"/);
    await repository.tackroom(['answer', id, 'spaces']);
    assert.deepEqual([(await show(id)).answer?.text, (await show(id)).answer?.option], ['Spaces', 2]);
    const other = await ask('Which?', '--option', 'Tabs');
    await repository.tackroom(['answer', other, '--other', 'Neither']);
    assert.equal((await show(other)).answer?.text, 'Neither');
  });

  it('a second answer names the first and how to amend; an amended answer keeps the first', async () => {
    const id = await ask('When?');
    await repository.tackroom(['answer', id, 'Monday']);
    assert.match(await refused('answer', id, 'Tuesday'), /was answered by .* "Monday"\n.*tackroom answer \w{6} --amend/);
    assert.equal((await repository.tackroom(['answer', id, '--amend', 'Tuesday'])).code, 0);
    const after = await show(id);
    assert.deepEqual([after.answer?.text, after.earlier.map(({ text }) => text)], ['Tuesday', ['Monday']]);
    assert.deepEqual(
      signals().map(({ answer, amends }) => [answer.text, amends]),
      [
        ['Monday', false],
        ['Tuesday', true],
      ],
    );
    const open = await ask('Where?');
    assert.match(await refused('answer', open, '--amend', 'here'), /has no answer yet/);
  });

  it('says what is wrong with an id, a question, and options that exclude each other', async () => {
    const id = await ask('Here?');
    const near = `${id.slice(0, 5)}${id.endsWith('z') ? 'y' : 'z'}`;
    assert.match(await refused('answer', near, 'x'), new RegExp(`There is no question "${near}".*\nDid you mean ${id}\\?`));
    assert.match(await refused('ask', '--ticket', '../../etc/passwd'), /There is no question/);
    assert.match(await refused('ask', ' '), /the question is empty/);
    assert.match(await refused('ask'), /nothing to ask/);
    assert.match(await refused('ask', 'a', '--ticket', id), /exclude each other/);
    assert.match(await refused('ask', 'x'.repeat(4_001)), /4,000 characters/);
    assert.match(await refused('ask', 'a', '--context-file', 'missing.md'), /missing\.md cannot be read/);
    assert.match(await refused('answer', '--withdraw'), /not said which question/);
    assert.match(await refused('ask', 'a', '--timeout', '5'), /such as 30m/);
    assert.deepEqual(signals(), []);
  });

  it('is withdrawn by a person or taken back by its asker, and then takes no answer', async () => {
    const [first, second] = [await ask('One?'), await ask('Two?')];
    await repository.tackroom(['answer', first, '--withdraw', 'settled', 'elsewhere']);
    await repository.tackroom(['ask', '--cancel', second]);
    assert.deepEqual((await list()).questions, []);
    for (const id of [first, second]) assert.match(await refused('answer', id, 'late'), /was withdrawn by/);
    const ticket = await repository.tackroom(['ask', '--ticket', first]);
    assert.deepEqual([ticket.code, /settled elsewhere/.test(ticket.stdout)], [1, true]);
    assert.match(await refused('ask', '--cancel', second), /was withdrawn/);
    assert.deepEqual(signals(), [], 'nobody answered');
  });

  it('expires', async () => {
    const id = await ask('Soon?', '--expires', '1s');
    await wait(1_050);
    assert.match(await refused('answer', id, 'yes'), /expired at/);
    assert.deepEqual((await list()).questions, []);
    const ticket = await repository.tackroom(['ask', '--ticket', id, '--wait']);
    assert.deepEqual([ticket.code, /expired without an answer/.test(ticket.stdout)], [1, true]);
  });

  it('only people answer', async () => {
    const id = await ask('May I?');
    for (const env of [{ CLAUDECODE: '1' }, { CODEX_THREAD_ID: 't' }]) {
      const ran = await repository.tackroom(['answer', id, 'Yes'], { env });
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, /Only a person answers/);
    }
    assert.equal((await show(id)).state, 'open');
  });

  it('--wait ends with the answer, with the time, or with the signal, which leaves the question open', async () => {
    const waiting = repository.tackroom(['ask', 'Now?', '--wait']);
    const { questions } = await list();
    await repository.tackroom(['answer', questions[0]?.id ?? '', 'Now.']);
    const { code, stdout } = await waiting;
    assert.deepEqual([code, stdout.split('\n')[0]], [0, 'Now.']);
    const late = await repository.tackroom(['ask', 'Later?', '--wait', '--timeout', '1s']);
    assert.deepEqual([late.code, /waits for a person/.test(late.stdout)], [1, true]);
    const cancel = new AbortController();
    const cancelled = repository.tackroom(['ask', 'Ever?', '--wait'], { signal: cancel.signal });
    await wait(20);
    cancel.abort(new Error('cancelled by SIGINT'));
    const ended = await cancelled;
    assert.equal(ended.code, 130);
    const id = /tackroom ask --ticket (\w{6}) --wait/.exec(ended.stderr)?.[1] ?? assert.fail(ended.stderr);
    assert.equal((await show(id)).state, 'open');
  });

  it('on a terminal takes the answer, a number being an option', async () => {
    const id = await ask('Which?', '--option', 'Tabs', '--option', 'Spaces');
    const ran = await repository.tackroom(['answer', id], { tty: true, stdin: '2\n' });
    assert.equal(ran.code, 0);
    assert.equal((await show(id)).answer?.text, 'Spaces');
    const left = await ask('And?');
    await repository.tackroom(['answer', left], { tty: true, stdin: '\n' });
    assert.equal((await show(left)).state, 'open');
  });

  it('where the state folder can be neither read nor written, all of it goes through the mailbox', async () => {
    const env = { XDG_STATE_HOME: '/proc/tackroom' };
    const asked = await repository.tackroom(['ask', 'Which?', '--format', 'json'], { env });
    const { id, state, through } = questionSchema.parse(JSON.parse(asked.stdout));
    assert.deepEqual([state, through], ['posted', 'mailbox'], asked.stderr);
    const waiting = repository.tackroom(['ask', '--ticket', id, '--wait'], { env });
    assert.deepEqual(
      (await list()).questions.map((one) => one.id),
      [id],
    );
    assert.match((await repository.tackroom(['ask', '--ticket', id], { env })).stdout, /waits for a person/);
    await repository.tackroom(['answer', id, 'That.']);
    const { code, stdout } = await waiting;
    assert.deepEqual([code, stdout.split('\n')[0]], [0, 'That.']);
    const second = await repository.tackroom(['ask', 'And?', '--format', 'json'], { env });
    const other = questionSchema.parse(JSON.parse(second.stdout)).id;
    await list();
    assert.equal((await repository.tackroom(['ask', '--cancel', other], { env })).code, 0);
    assert.deepEqual((await list()).questions, []);
    assert.equal((await show(other)).state, 'withdrawn');
  });

  it('keeps an answer as a signal later where we were stopped before', async () => {
    const id = await ask('Kept?');
    await repository.tackroom(['answer', id, 'Yes']);
    const state = path.join(repository.root, '.git/state/tackroom');
    const [name = ''] = fs.readdirSync(state);
    fs.rmSync(path.join(state, name, 'questions', `${id}.1.kept`));
    fs.rmSync(path.join(state, name, 'spool'), { recursive: true });
    await list();
    assert.deepEqual(
      signals().map(({ answer }) => answer.text),
      ['Yes'],
    );
    await list();
    assert.equal(signals().length, 1);
  });

  it('tells of a broken file, and lists the others', async () => {
    const id = await ask('Sound?');
    const state = path.join(repository.root, '.git/state/tackroom');
    const [name = ''] = fs.readdirSync(state);
    fs.writeFileSync(path.join(state, name, 'questions', 'zzzzzz.json'), '{"version":9}');
    const ran = await repository.tackroom(['answer']);
    assert.deepEqual([ran.code, ran.stdout.includes(id)], [0, true]);
    assert.match(ran.stderr, /zzzzzz\.json is no question/);
  });
});
