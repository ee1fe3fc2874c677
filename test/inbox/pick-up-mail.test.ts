import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newQuestionId } from '#inbox/new-question-id.ts';
import { pickUpMail } from '#inbox/pick-up-mail.ts';
import { postCancel, postQuestion, readMailbox } from '#inbox/post-mail.ts';
import { addDeed, listQuestionIds, readQuestion } from '#inbox/question-files.ts';
import { refreshReplies } from '#inbox/reply-mail.ts';
import type { FiledQuestion } from '#kernel/records/question.ts';

const now = Date.parse('2026-11-29T12:00:00.000Z');
const hour = 3_600_000;

describe('inbox/pick-up-mail', () => {
  let folder: string;
  let root: string;
  let questions: string;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-inbox-')));
    root = path.join(folder, 'worktree');
    questions = path.join(folder, 'state', 'questions');
    for (const made of [root, questions, path.join(folder, 'elsewhere')]) fs.mkdirSync(made, { recursive: true });
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const place = () => ({ root, questions, now, branch: 'topic' });
  const asks = (...names: string[]) => path.join(root, '.tackroom/asks', ...names);
  const question = (id: string, text = 'Which?'): FiledQuestion => ({
    ...{ version: 1, id, text, options: [], from: { agent: 'codex', worktree: '/forged', branch: 'forged' }, through: 'mailbox' },
    askedAt: new Date(now - hour).toISOString(),
    expiresAt: new Date(now + hour).toISOString(),
  });
  const put = (name: string, text: string) => {
    fs.mkdirSync(asks(), { recursive: true });
    fs.writeFileSync(asks(name), text);
  };
  const mail = (id: string, text?: string) => {
    postQuestion(root, question(id, text));
    return JSON.parse(fs.readFileSync(asks(`${id}.json`), 'utf8'));
  };
  const reasons = () => pickUpMail(place()).refused.map(({ reason }) => reason);

  it('files what was posted as the host sees it, and mirrors what becomes of it', () => {
    mail('aaaaa1');
    assert.deepEqual(readMailbox(root, 'aaaaa1'), {
      ...question('aaaaa1'),
      from: { agent: 'codex', worktree: root },
      state: 'posted',
      earlier: [],
    });
    assert.equal(fs.readFileSync(path.join(root, '.tackroom/.gitignore'), 'utf8'), '*\n');
    const { filed, refused } = pickUpMail(place());
    assert.deepEqual([filed.length, refused, fs.readdirSync(asks())], [1, [], []]);
    const known = readQuestion(questions, 'aaaaa1', now);
    assert.deepEqual(known?.from, { agent: 'codex', worktree: root, branch: 'topic' });
    assert.deepEqual(readMailbox(root, 'aaaaa1'), known);
    addDeed(questions, { id: 'aaaaa1', place: 0 }, { kind: 'answer', text: 'That.', by: 'Ada', at: new Date(now).toISOString() });
    refreshReplies(place());
    const mirrored = readMailbox(root, 'aaaaa1');
    assert.ok(mirrored !== undefined && 'answer' in mirrored && mirrored.answer?.text === 'That.');
  });

  it('picks up once what it was stopped at', () => {
    const text = JSON.stringify(mail('aaaaa1'));
    pickUpMail(place());
    put('aaaaa1.json', text);
    assert.deepEqual(pickUpMail(place()), { filed: [], withdrawn: [], refused: [] });
    assert.deepEqual([listQuestionIds(questions).all, fs.readdirSync(asks())], [['aaaaa1'], []]);
  });

  it('takes a question back before and after it was picked up, and only its own', () => {
    mail('aaaaa1');
    postCancel(root, 'aaaaa1');
    assert.deepEqual(fs.readdirSync(asks()), []);
    mail('aaaaa2');
    pickUpMail(place());
    postCancel(root, 'aaaaa2');
    assert.deepEqual(pickUpMail(place()).withdrawn, ['aaaaa2']);
    assert.equal(readQuestion(questions, 'aaaaa2', now)?.state, 'withdrawn');
    mail('aaaaa3');
    pickUpMail(place());
    const other = path.join(folder, 'other');
    fs.mkdirSync(other);
    postCancel(other, 'aaaaa3');
    assert.match(pickUpMail({ ...place(), root: other }).refused[0]?.reason ?? '', /asked no such question/);
    assert.equal(readQuestion(questions, 'aaaaa3', now)?.state, 'open');
  });

  it('refuses an id that another worktree has, and says so to who asked', () => {
    mail('aaaaa1', 'Mine?');
    pickUpMail(place());
    const other = path.join(folder, 'other');
    fs.mkdirSync(other);
    postQuestion(other, question('aaaaa1', 'Yours?'));
    assert.match(pickUpMail({ ...place(), root: other }).refused[0]?.reason ?? '', /another question has this id/);
    assert.deepEqual(readMailbox(other, 'aaaaa1'), { refused: 'another question has this id' });
    assert.equal(readQuestion(questions, 'aaaaa1', now)?.text, 'Mine?');
  });

  it('refuses what is no mail, with the reason, and takes it away', () => {
    const sound = {
      version: 1,
      kind: 'ask',
      text: 'Which?',
      options: [],
      askedAt: '2026-11-29T11:00:00Z',
      expiresAt: '2026-11-30T11:00:00Z',
      from: {},
    };
    const bad: Record<string, [string, RegExp]> = {
      'aaaaa1.json': ['{', /no JSON/],
      'aaaaa2.json': [JSON.stringify({ ...sound, path: '/etc' }), /Unrecognized key/],
      'aaaaa3.json': [JSON.stringify({ ...sound, from: { worktree: '/etc' } }), /from: Unrecognized key/],
      'aaaaa4.json': [JSON.stringify({ ...sound, text: 'x'.repeat(4_001) }), /text: /],
      'aaaaa5.json': [JSON.stringify({ ...sound, options: Array.from({ length: 13 }, String) }), /options: /],
      'aaaaa6.json': [JSON.stringify({ ...sound, context: 'x'.repeat(300_000) }), /larger than/],
      'aaaaa7.json': [JSON.stringify({ ...sound, askedAt: 'yesterday' }), /askedAt: /],
      'aaaaa8.json': [JSON.stringify({ version: 1, kind: 'cancel' }), /its name says something else/],
      'aaaaa9.cancel.json': [JSON.stringify(sound), /its name says something else/],
    };
    for (const [name, [text]] of Object.entries(bad)) put(name, text);
    const { refused } = pickUpMail(place());
    assert.equal(refused.length, Object.keys(bad).length);
    for (const [name, [, reason]] of Object.entries(bad))
      assert.match(refused.find(({ file }) => file.endsWith(name))?.reason ?? '', reason, name);
    assert.deepEqual([fs.readdirSync(asks()), listQuestionIds(questions).all], [[], []]);
    assert.deepEqual(readMailbox(root, 'aaaaa1'), { refused: 'it is no JSON' });
  });

  it('follows no link, opens no pipe, and stops at nothing that an agent can put there', { skip: process.platform === 'win32' }, () => {
    const secret = path.join(folder, 'elsewhere', 'aaaaa1.json');
    const text = JSON.stringify(mail('aaaaa1'));
    fs.writeFileSync(secret, text);
    fs.rmSync(asks('aaaaa1.json'));
    fs.symlinkSync(secret, asks('aaaaa1.json'));
    fs.linkSync(secret, asks('aaaaa2.json'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', asks('aaaaa3.json')]);
    fs.mkdirSync(asks('aaaaa4.json'));
    for (const name of ['..json', '%2e%2e.json', 'AAAAA5.json', 'aaaaa\n.json', 'aaaaa5.json.json']) put(name, text);
    mail('bbbbb1');
    const { filed, refused } = pickUpMail(place());
    assert.deepEqual(
      filed.map(({ id }) => id),
      ['bbbbb1'],
    );
    const expected = [/link/, /second name/, /no plain file/, /no plain file/, ...Array.from({ length: 4 }, () => /its name/)];
    for (const reason of expected)
      assert.ok(
        refused.some((one) => reason.test(one.reason)),
        `${reason} in ${JSON.stringify(refused)}`,
      );
    assert.equal(fs.readFileSync(secret, 'utf8'), text);
  });

  it('goes through no folder that is a link', { skip: process.platform === 'win32' }, () => {
    const outside = path.join(folder, 'elsewhere');
    mail('aaaaa1');
    fs.renameSync(asks('aaaaa1.json'), path.join(outside, 'aaaaa1.json'));
    for (const linked of [asks(), path.join(root, '.tackroom')]) {
      fs.rmSync(linked, { recursive: true });
      fs.symlinkSync(outside, linked);
      assert.deepEqual(pickUpMail(place()), { filed: [], withdrawn: [], refused: [] });
      fs.rmSync(linked);
      fs.mkdirSync(linked);
    }
    fs.rmSync(path.join(root, '.tackroom'), { recursive: true });
    mail('aaaaa2');
    fs.rmSync(path.join(root, '.tackroom/answers'), { recursive: true });
    fs.symlinkSync(outside, path.join(root, '.tackroom/answers'));
    assert.equal(pickUpMail(place()).filed.length, 1);
    refreshReplies(place());
    assert.deepEqual(fs.readdirSync(outside), ['aaaaa1.json'], 'an answer was written through a link');
    assert.throws(() => {
      fs.rmSync(asks(), { recursive: true });
      fs.symlinkSync(outside, asks());
      postQuestion(root, question('aaaaa3'));
    }, /could not be put into/);
  });

  it('replaces a link in the place of an answer, and bears a folder there', { skip: process.platform === 'win32' }, () => {
    const victim = path.join(folder, 'elsewhere', 'victim');
    fs.writeFileSync(victim, 'whole');
    mail('aaaaa1');
    mail('aaaaa2');
    fs.symlinkSync(victim, path.join(root, '.tackroom/answers/aaaaa1.json'));
    fs.mkdirSync(path.join(root, '.tackroom/answers/aaaaa2.json'));
    assert.equal(pickUpMail(place()).filed.length, 2);
    refreshReplies(place());
    assert.equal(fs.readFileSync(victim, 'utf8'), 'whole');
    assert.equal(fs.lstatSync(path.join(root, '.tackroom/answers/aaaaa1.json')).isFile(), true);
  });

  it('is stopped by no folder that it may not enter', { skip: process.getuid?.() === 0 ? 'root may enter all' : false }, () => {
    mail('aaaaa1');
    for (const mode of [0o000, 0o100, 0o400]) {
      for (const closed of [asks(), path.join(root, '.tackroom/answers'), path.join(root, '.tackroom')]) {
        fs.chmodSync(closed, mode);
        pickUpMail(place());
        refreshReplies(place());
        fs.chmodSync(closed, 0o700);
      }
    }
    assert.equal(listQuestionIds(questions).all.length, 1);
  });

  it('takes so much from one worktree and no more', () => {
    for (let count = 0; count < 60; count++) mail(newQuestionId());
    assert.equal(pickUpMail(place()).filed.length, 50);
    assert.ok(reasons().every((reason) => /50 questions of this worktree are open/.test(reason)));
    assert.equal(listQuestionIds(questions).all.length, 50);
  });

  it('believes a clock as far as it can be right', () => {
    const { id: _, version, text, options } = question('aaaaa1');
    const about = { version, kind: 'ask', text, options, from: {} };
    put('aaaaa1.json', JSON.stringify({ ...about, askedAt: '2999-01-01T00:00:00Z', expiresAt: '2999-01-01T00:00:00Z' }));
    const [filed] = pickUpMail(place()).filed;
    assert.equal(filed?.askedAt, new Date(now).toISOString());
    assert.equal(filed?.expiresAt, new Date(now + 30 * 24 * hour).toISOString());
  });
});
